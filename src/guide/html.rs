//! A guide as a page: self-contained, readable aloud, printable on A4.

use std::fmt::Write as _;

use super::{About, Asked, Block, Guide};
use crate::i18n::Lang;
use crate::i18n::guide::{self as words, Say};
use crate::i18n::paper::Label;
use crate::paper::layout::printable;

/// What every page looks like, on a screen and on paper.
const STYLE: &str = include_str!("page.css");

/// Text that a browser shows as it is: markup becomes letters, characters that steer or
/// hide text become `?`.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

/// The language as a page names it.
pub(super) fn tag(lang: Lang) -> &'static str {
    lang.pick("zh-CN", "en")
}

fn other(lang: Lang) -> Lang {
    lang.pick(Lang::En, Lang::Zh)
}

/// A whole page around `body`. Its address is that of a file beside the others; nothing
/// is fetched from anywhere.
pub(super) fn page(about: &About<'_>, title: &str, body: &str, script: &str) -> String {
    let lang = about.lang;
    let office = escaped(about.office);
    let title = escaped(title);
    let stamp = format!("{} {}", about.catalog.id, about.catalog.version);
    let as_of = escaped(&words::as_of(lang, &about.day.to_string(), &stamp));
    let complain = escaped(&words::complain(lang, about.complaint));
    let code = if script.is_empty() {
        String::new()
    } else {
        format!("<script>\n{script}</script>\n")
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; \
         form-action 'none'\">\n\
         <meta name=\"generator\" content=\"{GENERATOR}\">\n\
         <title>{title} - {office}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">{skip}</a>\n\
         <header><p class=\"office\">{office}</p>\n\
         <nav aria-label=\"{guide}\"><a href=\"index.html\">{all}</a> \
         <a href=\"office.html\">{of_office}</a></nav></header>\n\
         <main id=\"main\">\n<h1>{title}</h1>\n{body}</main>\n\
         <footer><p>{complain}</p>\n<p>{as_of}</p></footer>\n{code}</body>\n</html>\n",
        tag = tag(lang),
        skip = Say::Skip.text(lang),
        guide = Say::Guide.text(lang),
        all = Say::ToIndex.text(lang),
        of_office = Say::OfficeGuide.text(lang),
    )
}

/// What our pages say of who made them; by it they are known again.
pub(super) const GENERATOR: &str = "shouwen";

impl Guide {
    /// The guide as a page.
    pub fn html(&self, about: &About<'_>) -> String {
        let mut body = String::new();
        if !self.aside.is_empty() {
            let _ = writeln!(
                body,
                "<p class=\"aside\" lang=\"{}\">{}</p>",
                tag(other(about.lang)),
                escaped(&self.aside)
            );
        }
        for (nth, part) in (1..).zip(&self.parts) {
            let _ = writeln!(
                body,
                "<section aria-labelledby=\"s{nth}\">\n<h2 id=\"s{nth}\">{}</h2>",
                escaped(&part.heading)
            );
            blocks(&mut body, about.lang, &part.blocks);
            body.push_str("</section>\n");
        }
        page(about, &self.title, &body, "")
    }
}

fn blocks(body: &mut String, lang: Lang, blocks: &[Block]) {
    let mut fields = false;
    for block in blocks {
        let is_field = matches!(block, Block::Field(..));
        if is_field != fields {
            body.push_str(if is_field { "<dl>\n" } else { "</dl>\n" });
            fields = is_field;
        }
        match block {
            Block::Field(label, text) => {
                let _ = writeln!(
                    body,
                    "<div><dt>{}</dt><dd>{}</dd></div>",
                    escaped(label),
                    value(label, text, lang)
                );
            }
            Block::Text(text) => {
                let _ = writeln!(body, "<p>{}</p>", escaped(text));
            }
            Block::Lines(lines) => {
                body.push_str("<ul>\n");
                for line in lines {
                    let _ = writeln!(body, "<li>{}</li>", escaped(line));
                }
                body.push_str("</ul>\n");
            }
            Block::Documents {
                of,
                when,
                documents,
            } => list(body, of, when.as_deref(), documents),
        }
    }
    if fields {
        body.push_str("</dl>\n");
    }
}

/// A telephone can be called from the page.
fn value(label: &str, text: &str, lang: Lang) -> String {
    let phone = [Label::Phone, Label::Complaint];
    let dialled = phone.iter().any(|one| one.text(lang) == label)
        && text.chars().any(|c| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " -+()".contains(c));
    let shown = escaped(text);
    if !dialled {
        return shown;
    }
    let number: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    format!("<a href=\"tel:{number}\">{shown}</a>")
}

fn list(body: &mut String, of: &str, when: Option<&str>, documents: &[Asked]) {
    let _ = writeln!(
        body,
        "<h3>{}</h3>\n<ol class=\"documents\" data-when=\"{}\">",
        escaped(of),
        escaped(when.unwrap_or_default())
    );
    for one in documents {
        let _ = writeln!(
            body,
            "<li><strong class=\"document\">{}</strong>",
            escaped(&one.name)
        );
        for line in &one.says {
            let _ = writeln!(body, "<br><span>{}</span>", escaped(line));
        }
        body.push_str("</li>\n");
    }
    body.push_str("</ol>\n");
}
