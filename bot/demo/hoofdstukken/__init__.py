"""The chapters of the demo's story, one file per subject. Each plays on the phones of a `Verhaal`, on nothing else."""
