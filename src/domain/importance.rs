//! How much a customer means to the shop: how often it follows up goes by this.

use super::customer::Customer;

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

    /// How much a customer means; a regular one unless somebody said otherwise.
    #[must_use]
    pub fn of(_customer: &Customer) -> Self {
        Self::default()
    }
}
