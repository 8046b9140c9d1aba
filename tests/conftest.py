"""How hard the random tests try: a little in `make test`, long in `make campaign`."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "everyday", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "campaign", deadline=None, max_examples=2_000, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("everyday")
