//! Signatures that are drawn on the screen: lines, not pictures, bound to what was signed.

use super::case::{Case, CaseEvent};
use super::document::ContentHash;
use crate::journal::Held;
use std::fmt::{self, Write};

/// How many places the field to sign in has from left to right.
pub const GRID_WIDTH: u16 = 1024;
/// How many places it has from top to bottom: it is twice as wide as it is high.
pub const GRID_HEIGHT: u16 = 512;
/// The most lines of a signature.
pub const MAX_STROKES: usize = 200;
/// The most points of all its lines.
pub const MAX_POINTS: usize = 4_000;

/// Crockford's base 32: two digits name a place.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A place in the field, from the upper left corner.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Point {
    /// To the right.
    pub x: u16,
    /// Downwards.
    pub y: u16,
}

impl Point {
    /// The place in the field of what lies so far from the left and upper edges of a picture of
    /// the field; what lies beside the picture is put at its edge. Nothing where the picture has
    /// no size.
    #[must_use]
    pub fn within(left: i32, top: i32, width: i32, height: i32) -> Option<Self> {
        let place = |from: i32, size: i32, places: u16| {
            let place = i64::from(from) * i64::from(places) / i64::from(Some(size).filter(|size| *size > 0)?);
            u16::try_from(place.clamp(0, i64::from(places) - 1)).ok()
        };
        Some(Self { x: place(left, width, GRID_WIDTH)?, y: place(top, height, GRID_HEIGHT)? })
    }
}

/// Lines as the `d` of an SVG path in a view box of [`GRID_WIDTH`] by [`GRID_HEIGHT`]; a dot
/// becomes a line without length, which a round cap makes visible.
#[must_use]
pub fn path_of(lines: &[Vec<Point>]) -> String {
    let mut path = String::new();
    for stroke in lines {
        for (at, point) in stroke.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(path, "{}{} {}", if at == 0 { 'M' } else { 'L' }, point.x, point.y);
        }
        if stroke.len() == 1 {
            path.push_str("h0");
        }
    }
    path
}

/// What was drawn: each time the finger was down, one line.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Strokes(Vec<Vec<Point>>);

/// Why something drawn is no signature.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StrokesError {
    /// Nothing, or no more than a dot, was drawn.
    Empty,
    /// A point lies outside of the field.
    OffGrid(Point),
    /// More than [`MAX_STROKES`] lines, or [`MAX_POINTS`] points.
    TooLarge,
}

impl Strokes {
    /// What was drawn; a point that repeats the one before it is left out.
    ///
    /// # Errors
    /// [`StrokesError`] says why it is no signature.
    pub fn new(drawn: Vec<Vec<Point>>) -> Result<Self, StrokesError> {
        let mut strokes = drawn;
        strokes.iter_mut().for_each(Vec::dedup);
        strokes.retain(|stroke| !stroke.is_empty());
        let outside = |point: &&Point| point.x >= GRID_WIDTH || point.y >= GRID_HEIGHT;
        if let Some(point) = strokes.iter().flatten().find(outside) {
            return Err(StrokesError::OffGrid(*point));
        }
        match strokes.iter().map(Vec::len).sum::<usize>() {
            0 | 1 => Err(StrokesError::Empty),
            points if points > MAX_POINTS || strokes.len() > MAX_STROKES => Err(StrokesError::TooLarge),
            _ => Ok(Self(strokes)),
        }
    }

    /// Reads the text that [`Strokes`] is displayed as.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let place = |digits: &[u8]| {
            let value = |digit: u8| DIGITS.iter().position(|known| *known == digit);
            u16::try_from(value(digits[0])? * 32 + value(digits[1])?).ok()
        };
        let point = |digits: &[u8]| Some(Point { x: place(&digits[..2])?, y: place(&digits[2..])? });
        let stroke = |part: &str| {
            let whole = part.len().is_multiple_of(4);
            whole.then(|| part.as_bytes().chunks_exact(4).map(point).collect::<Option<Vec<_>>>())?
        };
        let strokes = Self::new(text.split(' ').map(stroke).collect::<Option<_>>()?).ok()?;
        (strokes.to_string() == text).then_some(strokes)
    }

    /// The lines.
    #[must_use]
    pub fn lines(&self) -> &[Vec<Point>] {
        &self.0
    }

    /// The lines as an SVG path, see [`path_of`].
    #[must_use]
    pub fn path(&self) -> String {
        path_of(&self.0)
    }
}

/// Four digits for each point, a space between two lines.
impl fmt::Display for Strokes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |value: u16| char::from(DIGITS[usize::from(value & 31)]);
        for (at, stroke) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_char(' ')?;
            }
            for place in stroke.iter().flat_map(|point| [point.x, point.y]) {
                f.write_char(digit(place >> 5))?;
                f.write_char(digit(place))?;
            }
        }
        Ok(())
    }
}

/// For whom somebody signs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SignerRole {
    /// The customer.
    Customer,
    /// The one who does the job.
    Member,
    /// The shop.
    Shop,
}

impl SignerRole {
    /// All roles, in the order they usually sign.
    pub const ALL: [Self; 3] = [Self::Customer, Self::Member, Self::Shop];
}

/// A signature on a paper. When is said by its entry.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Signature {
    /// The fingerprint of what was signed.
    pub document: ContentHash,
    /// For whom.
    pub role: SignerRole,
    /// Who, as they wrote their name in letters.
    pub name: String,
    /// What they drew.
    pub strokes: Strokes,
}

impl Case {
    /// The signatures on a paper, in order. A further revision of the paper has none of them:
    /// its fingerprint is another.
    pub fn signatures(&self, document: &ContentHash) -> impl Iterator<Item = Held<&Signature>> {
        self.events.iter().filter_map(move |held| match &held.value {
            CaseEvent::Signed(signature) if signature.document == *document => {
                Some(Held { stamp: held.stamp.clone(), author: held.author.clone(), value: signature })
            }
            _ => None,
        })
    }

    /// Whether somebody signed a paper for that role.
    #[must_use]
    pub fn is_signed(&self, document: &ContentHash, role: SignerRole) -> bool {
        self.signatures(document).any(|held| held.value.role == role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point(x: u16, y: u16) -> Point {
        Point { x, y }
    }

    #[test]
    fn only_what_was_drawn_in_the_field_is_a_signature() {
        let line = |length: u16| (0..length).map(|x| point(x % GRID_WIDTH, x % 2)).collect::<Vec<_>>();
        for (drawn, why) in [
            (vec![], StrokesError::Empty),
            (vec![vec![], vec![point(1, 1), point(1, 1)]], StrokesError::Empty),
            (vec![vec![point(1, 1), point(1024, 1)]], StrokesError::OffGrid(point(1024, 1))),
            (vec![vec![point(1, 512), point(1, 1)]], StrokesError::OffGrid(point(1, 512))),
            (vec![line(4001)], StrokesError::TooLarge),
            (vec![line(1); 201], StrokesError::TooLarge),
        ] {
            assert_eq!(Strokes::new(drawn), Err(why));
        }
        assert!(Strokes::new(vec![line(4000)]).is_ok());
        assert!(Strokes::new(vec![line(2); 200]).is_ok());
    }

    #[test]
    fn a_place_on_a_picture_is_a_place_in_the_field() {
        for (left, top, width, height, place) in [
            (0, 0, 512, 256, Some(point(0, 0))),
            (100, 50, 512, 256, Some(point(200, 100))),
            (511, 255, 512, 256, Some(point(1022, 510))),
            (512, 256, 512, 256, Some(point(1023, 511))),
            (-5, 900, 300, 150, Some(point(0, 511))),
            (i32::MAX, i32::MIN, 1, 1, Some(point(1023, 0))),
            (1, 1, 0, 150, None),
            (1, 1, 300, -1, None),
        ] {
            assert_eq!(Point::within(left, top, width, height), place, "{left} {top} of {width} {height}");
        }
    }

    #[test]
    fn lines_have_a_short_text_and_a_path() {
        let drawn = vec![vec![point(0, 0), point(1023, 511), point(1023, 511)], vec![point(32, 33)]];
        let strokes = Strokes::new(drawn).expect("strokes");
        assert_eq!(strokes.to_string(), "0000zzfz 1011");
        assert_eq!(strokes.path(), "M0 0L1023 511M32 33h0");
        for bad in [
            "",
            " ",
            "0000",
            "0000zzgz",
            "0000zzf",
            "0000zzfz ",
            "0000 0000zzfz  1011",
            "0000ZZFZ",
            "00000000zzfz",
        ] {
            assert_eq!(Strokes::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn strokes_are_read_as_they_were_written(
            drawn in prop::collection::vec(prop::collection::vec((0..GRID_WIDTH, 0..GRID_HEIGHT), 0..20), 0..8)
        ) {
            let points = |stroke: Vec<(u16, u16)>| stroke.into_iter().map(|(x, y)| point(x, y)).collect();
            if let Ok(strokes) = Strokes::new(drawn.into_iter().map(points).collect()) {
                prop_assert_eq!(Strokes::parse(&strokes.to_string()), Some(strokes));
            }
        }
    }
}
