"""Early help: an open dataset, exact measures and report cards."""
