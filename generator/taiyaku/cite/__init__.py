"""Citations: what is known of a document and a place, and styles that are data, put together."""
