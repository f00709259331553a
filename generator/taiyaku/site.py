"""The bridge to MkDocs: a plugin, and the only module that imports it.

It shows mkdocs-static-i18n two folders where it knows one, hands the navigation and the page's
own facts to the templates, adds what the generator wrote beside the pages, and makes two builds
of one state of the sources come out the same, byte for byte.
"""

import logging
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, cast

import click
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from taiyaku import leaves, serve
from taiyaku.context import DEFAULT, OTHER, Strings, cited, common, navigation, place, strings
from taiyaku.model import Vocabulary
from taiyaku.words import collection, speaking

log = get_plugin_logger(__name__)

SUFFIX = f".{OTHER}.md"
SITEMAP = "sitemap.xml"

# The date that MkDocs puts into what it writes; any fixed one does, and a ZIP knows none earlier.
EPOCH = "315532800"

_DATES = re.compile(r"\s*<(lastmod|changefreq)>[^<]*</\1>")
_UNUSED = ("assets/stylesheets/", "assets/javascripts/", "assets/images/favicon.png")


class TaiyakuConfig(Config):
    """What mkdocs.yml may set for the plugin; paths are relative to mkdocs.yml."""

    build_dir = Type(str, default="build")
    other_docs_dir = Type(str, default="docs_ja")


class TaiyakuPlugin(BasePlugin[TaiyakuConfig]):
    """See the module."""

    words: Strings
    own: Vocabulary
    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """A build says what is wrong and no more; MkDocs' own --quiet would also silence --strict."""
        self.serving = command == "serve"
        mkdocs = logging.getLogger("mkdocs")
        if not self.serving and mkdocs.level == logging.INFO:
            for handler in mkdocs.handlers:
                handler.setLevel(logging.WARNING)

    @event_priority(-200)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set the navigation, in the language that mkdocs-static-i18n is about to build."""
        os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
        nav_file = self._path(config, self.config.build_dir) / "nav.json"
        if not nav_file.is_file():
            raise PluginError(f"{nav_file} is missing: run `taiyaku generate` first, or `make site`")
        config.nav = navigation(nav_file, _language(config))
        self._read_words(config)
        if not config.site_url:
            config.theme.static_templates.discard(SITEMAP)  # it may hold full addresses only
            self._say_no_address(config)
        return config

    def _read_words(self, config: MkDocsConfig) -> None:
        """Read the words of the interface: the engine's, and the collection's in place of some."""
        self.own, problems = collection(_root(config))
        if problems:
            raise PluginError("\n".join(map(str, problems)))
        self.words, gaps = strings(Path(__file__).with_name("strings.yaml"), self.own)
        for gap in gaps:
            log.warning(gap)

    def _say_no_address(self, config: MkDocsConfig) -> None:
        # Not through MkDocs' logger: a site for the USB stick has no address and is not at fault.
        if not self.serving and _language(config) == DEFAULT:
            click.echo(
                "WARNING -  SITE_URL is not set: permalinks are relative, and there is no sitemap", err=True
            )

    @event_priority(50)
    def _add_other_folder(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Before i18n: show docs_ja/x.md to it as docs/x.ja.md, the only form that it knows."""
        folder = self._path(config, self.config.other_docs_dir)
        theirs = {p.relative_to(folder).as_posix() for p in folder.rglob("*.md")}
        ours = {f.src_uri for f in files if f.is_documentation_page()}
        for name in sorted(theirs ^ ours):
            there = config.docs_dir if name in theirs else str(folder)
            log.warning(f"{name} has no counterpart in {Path(there).name}: every page is in both languages")
        for name in sorted(theirs & ours):
            uri = name.removesuffix(".md") + SUFFIX
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
        return files

    @event_priority(-200)
    def _point_at_other_folder(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """After i18n, which makes its own File objects: say where the pages really are."""
        folder = self._path(config, self.config.other_docs_dir)
        for file in list(files):
            if file.src_uri.endswith(SUFFIX):
                file.abs_src_path = str(folder / (file.src_uri.removesuffix(SUFFIX) + ".md"))
            elif _is_unused(file.src_uri) or (file.src_uri == SITEMAP and not config.site_url):
                files.remove(file)
        return files

    on_files = CombinedEvent(_add_other_folder, _point_at_other_folder)

    @event_priority(-50)
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates the page's own facts."""
        facts = place(page.file.dest_uri) | self._cited(config, page)
        return self._tell(context, config, _language(config), facts)

    def _cited(self, config: MkDocsConfig, page: Page) -> dict[str, Any]:
        """Return the page's metadata for reference managers; the data page gets the list of files, too."""
        build = self._path(config, self.config.build_dir)
        title = str(page.meta.get("title") or page.title or config.site_name)
        document = (page.meta.get("taiyaku") or {}).get("document", "")
        site = config.site_url or ""
        with speaking(self.own):
            return cited(build, document, page.file.dest_uri, _language(config), site, title)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the same to templates without a page, such as 404.html, from the site's root."""
        root = context["base_url"].rstrip("/") + "/"
        twin = f"{root}{OTHER}/index.html"
        facts = {"taiyaku_path": template_name, "taiyaku_base": root, "alternate": twin}
        return self._tell(context, config, DEFAULT, facts)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep the 404 page of the first build (it speaks both languages) and the sitemap undated."""
        if template_name == "404.html" and _language(config) != DEFAULT:
            return ""
        if template_name == SITEMAP:
            listed = leaves.in_sitemap(output_content, self._leaves(config), config.site_url or "")
            return _DATES.sub("", listed)
        return output_content

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """At the very end, once for all languages: add the generator's files."""
        if config.plugins["i18n"].building:  # type: ignore[attr-defined]
            return
        self._write_leaves(config)
        extra = self._path(config, self.config.build_dir) / "site-extra"
        if extra.is_dir():
            shutil.copytree(extra, config.site_dir, dirs_exist_ok=True, copy_function=shutil.copyfile)

    def _leaves(self, config: MkDocsConfig) -> Path:
        return self._path(config, self.config.build_dir) / "leaves"

    def _write_leaves(self, config: MkDocsConfig) -> None:
        """Set the pages that need no Markdown into the template, in both languages."""
        edition = config.extra.get("edition", {})

        def told(lang: str) -> dict[str, Any]:
            return common(self.words, lang, edition) | {"config": config}

        with speaking(self.own):
            leaves.write(self._leaves(config), Path(config.site_dir), config.theme.get_env(), told)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Run the generator again when a source changes, and rebuild only for a real change."""
        inputs = [Path(p) for p in (*config.watch, config.docs_dir, config.config_file_path)]
        server.builder = serve.Rebuild(builder, _root(config), inputs)
        return server

    def _tell(
        self, context: TemplateContext, config: MkDocsConfig, lang: str, facts: dict[str, Any]
    ) -> TemplateContext:
        told = common(self.words, lang, config.extra.get("edition", {})) | facts | {"live": self.serving}
        cast("dict[str, Any]", context).update(told)  # a TypedDict knows MkDocs' own keys only
        return context

    @staticmethod
    def _path(config: MkDocsConfig, name: str) -> Path:
        return _root(config) / name


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _language(config: MkDocsConfig) -> str:
    """The language being built: mkdocs-static-i18n builds one after the other."""
    return str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]


def _is_unused(uri: str) -> bool:
    """Whether Material ships this file for nothing: its looks, its scripts with their search."""
    return uri.startswith(_UNUSED) or (uri.startswith("assets/") and uri.endswith(".map"))
