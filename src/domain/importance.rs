//! How much a customer matters to the shop: how often they are followed up depends on it.

/// How much a customer matters to the shop.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Importance {
    /// The shop lives by them.
    Key,
    /// They come again.
    Regular,
    /// They came once or twice.
    Occasional,
}

impl Importance {
    /// All, the most important first.
    pub const ALL: [Self; 3] = [Self::Key, Self::Regular, Self::Occasional];
}
