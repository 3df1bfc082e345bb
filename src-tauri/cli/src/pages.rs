//! Reading to its end what the core hands over a page at a time.

use ecrin_core::Result;

/// All rows. `page` is given where to go on, at first nothing, and says where the next one begins.
pub(crate) fn all<Row, Place>(
    mut page: impl FnMut(Option<Place>) -> Result<(Vec<Row>, Option<Place>)>,
) -> Result<Vec<Row>> {
    let (mut rows, mut next) = page(None)?;
    while let Some(place) = next {
        let (more, after) = page(Some(place))?;
        rows.extend(more);
        next = after;
    }
    Ok(rows)
}
