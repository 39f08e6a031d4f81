//! The browser is killed at random moments of work: every save that the screen acknowledged is
//! there afterwards, an import is whole or absent, a letter has its document, the app opens.
//!
//! `CASEBOOK_KILLS=N` kills so often in each kind of work, `CASEBOOK_SEED=S` draws other moments,
//! `CASEBOOK_KILLS_OF=letters` does one kind of work alone.

mod compacting;
mod importing;
mod letters;
mod moments;
mod stored;
mod typing;
mod upgrading;

use casebook_e2e::Home;
use moments::Moments;

/// How many kills in each kind of work when nobody says otherwise.
const KILLS: u32 = 4;

#[tokio::test]
async fn kills() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let kills = number("CASEBOOK_KILLS").map_or(KILLS, |kills| kills as u32);
    let seed = number("CASEBOOK_SEED").unwrap_or(7);
    println!("seed {seed}: {kills} kills in each kind of work");
    let only = std::env::var("CASEBOOK_KILLS_OF").unwrap_or_default();
    let wanted = |name: &str| only.is_empty() || only == name;
    let home = Home::site();
    let mut moments = Moments::new(seed);
    if wanted("typing") {
        typing::survives(&home, &mut moments, kills).await;
    }
    if wanted("letters") {
        letters::survives(&home, &mut moments, kills).await;
    }
    if ["importing", "upgrading", "compacting"].into_iter().any(wanted) {
        let shop = importing::Shop::new(&home).await;
        if wanted("importing") {
            shop.survives(&home, &mut moments, kills).await;
        }
        if wanted("upgrading") {
            upgrading::survives(&home, &shop, &mut moments, kills).await;
        }
        if wanted("compacting") {
            compacting::survives(&home, &shop, &mut moments, kills).await;
        }
    }
    println!("{} of {} kills fell into the work", moments.within(), moments.kills());
    println!("FIGURE kills survived: {0} of {0} (seed {seed})", moments.kills());
}
