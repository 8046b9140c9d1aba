"""The register of releases: what left the house when, to whom and under which policy, so that nothing undoes it later.

Comes in: a folder of the council's own and an opened dataset. Goes out: the releases that a new one must respect.
Source: docs/decisions/0017-register-of-releases.md, docs/rules/editions.md
"""
