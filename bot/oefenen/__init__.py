"""The practice wijk: a small installation of its own per person who practises, from which nothing reaches residents."""
