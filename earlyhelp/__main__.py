"""`python -m earlyhelp`, for machines where scripts may not run."""

from earlyhelp.cli.main import run

if __name__ == "__main__":
    run()
