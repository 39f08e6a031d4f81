/// The lengths that the style sheet has a page for, in millimetres.
const SHORTEST: u32 = 80;
const STEP: u32 = 20;
/// The longest slip; what does not fit goes on to another.
const LONGEST: u32 = 300;

/// How long a slip of one page is cut, in millimetres, when it leaves so many pixels of the
/// longest free.
#[must_use]
pub fn slip_length(spare: u32) -> u32 {
    // 96 pixels are 25.4 mm; a part of a millimetre is not free.
    let free = u32::try_from(u64::from(spare) * 254 / 960).unwrap_or(u32::MAX);
    LONGEST.saturating_sub(free).div_ceil(STEP).saturating_mul(STEP).max(SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_cut_where_it_ends() {
        for (spare, length) in [(0, 300), (75, 300), (76, 280), (400, 200), (1_100, 80), (u32::MAX, 80)] {
            assert_eq!(slip_length(spare), length, "{spare}");
        }
    }

    #[test]
    fn the_style_sheet_has_a_page_for_every_length() {
        const STYLE: &str = include_str!("../../style/paper-slip.css");
        for length in (SHORTEST..=LONGEST).step_by(STEP as usize) {
            assert!(STYLE.contains(&format!("size: 80mm {length}mm;")), "{length}");
            assert!(STYLE.contains(&format!("[data-length=\"{length}\"]")), "{length}");
        }
    }
}
