//! How much a customer means to the shop: how often it follows up goes by this.

/// How much a customer means to the shop.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Importance {
    /// The shop lives on customers like this one.
    Key,
    /// They come again and again.
    #[default]
    Regular,
    /// They came once, and perhaps again.
    Occasional,
}

impl Importance {
    /// All, the most important first.
    pub const ALL: [Self; 3] = [Self::Key, Self::Regular, Self::Occasional];
}
