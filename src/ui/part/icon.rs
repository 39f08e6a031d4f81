use leptos::prelude::*;

/// A drawing of the one icon family: 24 × 24, strokes of 1.5.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the drawing of that name")]
pub(crate) enum Glyph {
    Today,
    Cases,
    Board,
    Customers,
    Letter,
    Settings,
    Data,
    Plus,
    Check,
    Warning,
    Undo,
    Print,
    Note,
    Person,
    Flag,
    Forward,
    Back,
    Close,
    Clock,
    Merge,
    Process,
    Up,
    Down,
    Photo,
    Pause,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Today => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8.5 15l2.5 2.5 4.5-4.5",
            Self::Cases => "M5 3h10l4 4v14H5zM15 3v4h4M8.5 12h7M8.5 16h7",
            Self::Board => "M4 5h4.500v14H4zM10 5h4.500v9H10zM16 5h4v12h-4z",
            Self::Customers => {
                "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M15.5 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.200 2.700 3.5 5.5"
            }
            Self::Letter => "M4 5h16v14H4zM4 6l8 7 8-7",
            Self::Settings => "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
            Self::Data => "M12 3v11M8 10l4 4 4-4M4 16v4h16v-4",
            Self::Pause => "M9 5v14M15 5v14",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Check => "M5 12.5l4.5 4.5L19 7",
            Self::Warning => "M12 4l9 16H3zM12 10v4.5M12 17.200v.3",
            Self::Undo => "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3",
            Self::Print => "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
            Self::Note => "M5 4h14v11l-5 5H5zM19 15h-5v5M8.5 8.5h7M8.5 12h4",
            Self::Person => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.400-6 7.5-6s6.900 2 7.5 6",
            Self::Flag => "M6 21V4h12l-3 4.5 3 4.5H6",
            Self::Forward => "M5 12h14M13 6l6 6-6 6",
            Self::Back => "M19 12H5M11 6l-6 6 6 6",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Clock => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
            Self::Process => "M4 6h5v5H4zM15 13h5v5h-5zM9 8.5h5.500a3 3 0 0 1 3 3V13M6.5 11v7H15",
            Self::Merge => "M6 3v6c0 4 6 3 6 8v4M18 3v6c0 4-6 3-6 8M9 18l3 3 3-3",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Photo => {
                "M4 7h4l1.500-2.500h5L16 7h4v12H4zM12 16a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z"
            }
        }
    }
}

/// An icon beside a text that says the same; a screen reader passes it over.
#[component]
pub(crate) fn Icon(
    /// Which drawing.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=glyph.path()></path>
        </svg>
    }
}
