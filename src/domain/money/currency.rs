use crate::domain::lang::Lang;

/// A currency that a shop can charge in (ISO 4217).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Currency {
    /// Renminbi yuan.
    Cny,
    /// New Taiwan dollar.
    Twd,
    /// Hong Kong dollar.
    Hkd,
    /// Macanese pataca.
    Mop,
    /// US dollar.
    Usd,
    /// Euro.
    Eur,
    /// Japanese yen.
    Jpy,
    /// Singapore dollar.
    Sgd,
    /// Pound sterling.
    Gbp,
}

impl Currency {
    /// All currencies, in the order they are offered.
    pub const ALL: [Self; 9] =
        [Self::Cny, Self::Twd, Self::Hkd, Self::Mop, Self::Usd, Self::Eur, Self::Jpy, Self::Sgd, Self::Gbp];

    /// The one a shop most likely charges in, by the language of its papers.
    #[must_use]
    pub fn usual(lang: Lang) -> Self {
        match lang {
            Lang::ZhCn => Self::Cny,
            Lang::ZhTw => Self::Twd,
            Lang::En => Self::Usd,
        }
    }

    /// The code of three letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Cny => "CNY",
            Self::Twd => "TWD",
            Self::Hkd => "HKD",
            Self::Mop => "MOP",
            Self::Usd => "USD",
            Self::Eur => "EUR",
            Self::Jpy => "JPY",
            Self::Sgd => "SGD",
            Self::Gbp => "GBP",
        }
    }

    /// How many decimals an amount is kept with.
    #[must_use]
    pub fn digits(self) -> u32 {
        if self == Self::Jpy { 0 } else { 2 }
    }

    /// Whether trade leaves the decimals out of a whole amount.
    #[must_use]
    pub fn is_whole_in_trade(self) -> bool {
        self == Self::Twd
    }

    /// The signs that people write before or after an amount, the longest first: in lower
    /// case and half width, as typed text is compared.
    pub(super) fn signs(self) -> &'static [&'static str] {
        match self {
            Self::Cny => &["人民币", "人民幣", "cn¥", "rmb", "cny", "元", "块", "¥", "￥"],
            Self::Twd => &["新台币", "新台幣", "新臺幣", "nt$", "twd", "元", "$"],
            Self::Hkd => &["港币", "港幣", "hk$", "hkd", "元", "$"],
            Self::Mop => &["澳门元", "澳門元", "mop$", "mop", "元", "$"],
            Self::Usd => &["美元", "us$", "usd", "$"],
            Self::Eur => &["欧元", "歐元", "eur", "€"],
            Self::Jpy => &["日元", "日圆", "日圓", "jp¥", "jpy", "円", "¥", "￥"],
            Self::Sgd => &["新元", "sgd", "s$", "$"],
            Self::Gbp => &["英镑", "英鎊", "gbp", "£"],
        }
    }
}
