/// A signature that was drawn on the screen, as a paper shows it. It is no part of what the
/// paper says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DrawnSignature {
    /// Who of the paper's parties signed, counted from 0 over the whole paper.
    pub party: usize,
    /// The strokes, as the data of an SVG path on the grid of signatures.
    pub path: String,
    /// The name of who signed.
    pub name: String,
    /// When, in words.
    pub when: String,
}
