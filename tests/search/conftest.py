"""The browser tests' fixtures, for the part of the search that answers in the browser."""

from browser.conftest import any_site, browser, file_site, http_site, open_page, page, problems

__all__ = ["any_site", "browser", "file_site", "http_site", "open_page", "page", "problems"]
