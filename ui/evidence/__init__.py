"""The pages of evidence: requests for footage, and the packages that are made of them."""
