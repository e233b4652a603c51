"""Use cases, one file per noun. A plain function `(tx, handeling, …)` is one use case and one transaction."""
