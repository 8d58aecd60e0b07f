"""The holds page, behind the review page: what footage is kept, for whom, why and until when."""
