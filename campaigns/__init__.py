"""Long runs: seeded, taken up again where they stopped, their results in docs/campaigns.md."""
