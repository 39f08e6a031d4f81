//! Code that is fetched when it is first needed, so that the first load stays small.
//!
//! With the feature `split` the release's wasm is cut at the functions that [`on_demand!`]
//! makes (see `tools/split/`); without it, while developing and in tests, they are plain
//! functions of the one wasm.

use std::future::Future;
use std::pin::Pin;

/// What a function made by [`on_demand!`] gives, once its code is there.
pub type Job<T> = Pin<Box<dyn Future<Output = T>>>;

/// A part of the app could not be fetched: the page is offline, or its server has a newer version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotFetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Makes async functions whose code lies in a file of its own, named before the colon. They
/// give [`NotFetched`] when that file cannot be had, and may be called again then.
#[macro_export]
macro_rules! on_demand {
    ($file:ident: $($(#[$doc:meta])* $see:vis fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty $body:block)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// When its code cannot be fetched.
        $see async fn $name($($argument: $type),*) -> Result<$result, $crate::platform::on_demand::NotFetched> {
            use $crate::platform::on_demand::{Job, NotFetched};

            #[cfg(feature = "split")]
            #[allow(unsafe_code, reason = "what the split macro writes; nothing here does")]
            #[wasm_split_helpers::wasm_split($file, fallible)]
            fn $name($($argument: $type),*) -> Result<Job<$result>, NotFetched> {
                Ok(Box::pin(async move $body))
            }

            #[cfg(not(feature = "split"))]
            async fn $name($($argument: $type),*) -> Result<Job<$result>, NotFetched> {
                Ok(Box::pin(async move $body))
            }

            Ok($name($($argument),*).await?.await)
        }
    )*};
}
