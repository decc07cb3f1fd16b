"""Four thousand bundles as over one: the same answer by any number of processes, with and without what was found before."""
