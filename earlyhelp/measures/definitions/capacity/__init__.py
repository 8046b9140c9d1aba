"""Staff, link meetings and audits."""
