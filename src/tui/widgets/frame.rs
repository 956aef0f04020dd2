//! Headings, rules and boxes.

use ratatui::layout::Rect;

use crate::tui::draw::Canvas;
use crate::tui::text;
use crate::tui::theme::Theme;

/// Draws a heading line across `area`'s first row: `─ left ───── right ─`.
///
/// Either side may be empty; the right one gives way when both do not fit.
pub fn heading(canvas: &mut Canvas<'_>, theme: &Theme, area: Rect, left: &str, right: &str) {
    if area.is_empty() {
        return;
    }
    let line = theme.glyphs.horizontal;
    canvas.rule(area.x, area.y, area.width, line, theme.border);
    let end = area.right();
    let mut after = area.x;
    if !left.is_empty() && area.width > 4 {
        let words = format!(" {left} ");
        after = canvas.text(area.x + 1, area.y, area.width - 2, &words, theme.title);
    }
    let wanted = u16::try_from(text::width(&text::visible(right))).unwrap_or(u16::MAX);
    let needed = wanted.saturating_add(4);
    if !right.is_empty() && end.saturating_sub(after) >= needed {
        let words = format!(" {right} ");
        canvas.text(end - wanted - 3, area.y, wanted + 2, &words, theme.text);
    }
}

/// Draws a box around `area` with a title in its upper line; returns the inside,
/// one column away from the sides.
pub fn boxed(canvas: &mut Canvas<'_>, theme: &Theme, area: Rect, title: &str) -> Rect {
    let area = area.intersection(canvas.area());
    if area.width < 2 || area.height < 2 {
        return Rect::new(area.x, area.y, 0, 0);
    }
    let glyphs = theme.glyphs;
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for y in [area.y, bottom] {
        canvas.rule(area.x, y, area.width, glyphs.horizontal, theme.border);
    }
    for y in area.y + 1..bottom {
        canvas.rule(area.x, y, 1, glyphs.vertical, theme.border);
        canvas.rule(right, y, 1, glyphs.vertical, theme.border);
    }
    let places = [
        (area.x, area.y),
        (right, area.y),
        (area.x, bottom),
        (right, bottom),
    ];
    for ((x, y), corner) in places.into_iter().zip(glyphs.corners) {
        canvas.rule(x, y, 1, corner, theme.border);
    }
    if !title.is_empty() && area.width > 6 {
        canvas.text(
            area.x + 2,
            area.y,
            area.width - 4,
            &format!(" {title} "),
            theme.title,
        );
    }
    Rect::new(
        area.x + 2,
        area.y + 1,
        area.width.saturating_sub(4),
        area.height - 2,
    )
}

/// Takes rows off the top of what is left of an area, as many as there are of `height`.
pub fn take_rows(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    let taken = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    taken
}

/// Opens a box of `width` by `height` in the middle of the screen, over
/// whatever is there; returns its inside.
///
/// It is made smaller where the screen is.
pub fn popup(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    (width, height): (u16, u16),
    title: &str,
) -> Rect {
    let whole = canvas.area();
    let (width, height) = (width.min(whole.width), height.min(whole.height));
    let area = Rect::new(
        whole.x + (whole.width - width) / 2,
        whole.y + (whole.height - height) / 2,
        width,
        height,
    );
    canvas.clear(area);
    boxed(canvas, theme, area, title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::draw::Picture;
    use crate::tui::theme::Glyphs;

    #[test]
    fn a_heading_keeps_its_left_side() {
        let theme = Theme::default();
        let line = |width| {
            let picture = Picture::paint(width, 1, |c| {
                heading(c, &theme, c.area(), "登记", "草稿已存");
            });
            picture.text()
        };
        assert_eq!(line(30), "─ 登记 ──────────── 草稿已存 ─\n");
        assert_eq!(line(12), "─ 登记 ─────\n");
    }

    #[test]
    fn a_popup_stands_on_hanzi_with_whole_borders() {
        let theme = Theme::coloured(Glyphs::ASCII);
        let picture = Picture::paint(16, 5, |c| {
            for y in 0..5 {
                c.text(0, y, 16, "甲乙丙丁戊己庚辛", theme.text);
            }
            let inside = popup(c, &theme, (10, 3), "");
            c.text(inside.x, inside.y, inside.width, "确定吗", theme.text);
        });
        let expected = "甲乙丙丁戊己庚辛\n\
                        甲 +--------+ 辛\n\
                        甲 | 确定吗 | 辛\n\
                        甲 +--------+ 辛\n\
                        甲乙丙丁戊己庚辛\n";
        assert_eq!(picture.text(), expected);
    }

    #[test]
    fn boxes_are_drawn_at_every_size() {
        let theme = Theme::default();
        for width in 1..14 {
            for height in 1..6 {
                Picture::paint(width, height, |c| {
                    heading(c, &theme, c.area(), "登记", "草稿");
                    popup(c, &theme, (40, 10), "很长的标题");
                });
            }
        }
    }
}
