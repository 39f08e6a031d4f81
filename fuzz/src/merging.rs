//! The long run: `merging SEED MERGES` plays stories until so many files were taken in.

#[path = "../../tests/merging/act.rs"]
mod act;
#[path = "../../tests/merging/check.rs"]
mod check;
#[path = "../../tests/merging/device.rs"]
mod device;
#[path = "../../tests/merging/model.rs"]
mod model;
#[path = "../../tests/merging/run.rs"]
mod run;
#[path = "../../tests/merging/shrink.rs"]
mod shrink;
#[path = "../../tests/merging/steps.rs"]
mod steps;
#[path = "../../tests/merging/world.rs"]
mod world;

fn main() {
    let mut given = std::env::args().skip(1).map(|text| text.parse().expect("a number"));
    let (first, wanted) = (given.next().unwrap_or(1), given.next().unwrap_or(1_000_000));
    let ran = run::run(first, wanted);
    println!(
        "FIGURE merges checked, long run: {} in {} stories (seed {first}, {} s)",
        ran.merges, ran.stories, ran.seconds
    );
}
