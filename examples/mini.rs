#![allow(clippy::all, clippy::pedantic)]
use factcheck::score::*;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    for s in &a[1..] {
        let d = format!("/work/shared/data/scoring/{s}/");
        let mut b = TableBuilder::default();
        let mut r = csv::Reader::from_path(format!("{d}claims.csv")).unwrap();
        for x in r.records() {
            let x = x.unwrap();
            b.push(&x[0], &x[1], &x[2], "", 1.0);
        }
        let t = b.build();
        let mut g = std::collections::BTreeMap::new();
        for x in csv::Reader::from_path(format!("{d}truth.csv"))
            .unwrap()
            .records()
        {
            let x = x.unwrap();
            g.insert(x[0].to_string(), x[1].to_string());
        }
        for m in [
            None,
            Some(Model::Popularity),
            Some(Model::Confusion),
            Some(Model::Exact),
            Some(Model::Graded),
            Some(Model::GradedLog),
        ] {
            let t0 = std::time::Instant::now();
            let Ok(i) = infer(
                &t,
                Options {
                    kind: None,
                    model: m,
                },
            ) else {
                continue;
            };
            let mut ok = 0;
            let mut e = 0.0;
            let mut n = 0;
            for tr in &i.truths {
                if let Some(v) = g.get(&tr.object) {
                    n += 1;
                    if *v == tr.value {
                        ok += 1
                    };
                    if let (Ok(a), Ok(b)) = (v.parse::<f64>(), tr.value.parse::<f64>()) {
                        e += (a - b).abs()
                    }
                }
            }
            println!(
                "{s} {m:?} -> {:?} acc {:.2} mae {:.2} {:?} {:?}",
                i.model,
                100.0 * ok as f64 / g.len() as f64,
                e / n as f64,
                i.compared,
                t0.elapsed()
            );
            if std::env::var("SRC").is_ok() {
                for r in &i.sources {
                    println!("{:?}", r)
                }
            }
        }
    }
}
