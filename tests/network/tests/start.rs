//! How networks start and end.

use std::{
	env, fs,
	io::{BufRead, BufReader},
	path::Path,
	process::{Command, Stdio},
	thread,
	time::{Duration, Instant},
};
use tanpiao_network::{Error, Genesis, Kind, Network, Options};

type Outcome = Result<(), Error>;

fn single() -> Options {
	Options { kind: Kind::Dev, ..Options::default() }
}

#[tokio::test]
async fn another_genesis_is_another_chain() -> Outcome {
	let one = Network::start(single()).await?;
	let two = Network::start(Options {
		chain_name: Some("Another".into()),
		genesis: Genesis::Marked("another".into()),
		..single()
	})
	.await?;
	let (one, two) = (one.node("forestry")?, two.node("forestry")?);
	assert_ne!(one.rpc().genesis_hash().await?, two.rpc().genesis_hash().await?);
	let name: String = two.rpc().request("system_chain", &[]).await?;
	assert_eq!(name, "Another");
	Ok(())
}

#[tokio::test]
async fn a_database_of_another_chain_is_refused() -> Outcome {
	let one = Network::start(single()).await?;
	let other = Network::launch(Options { genesis: Genesis::Marked("b".into()), ..single() })?;
	let node = one.node("forestry")?;
	node.stop()?;
	fs::copy(other.chain_file(), one.chain_file()).expect("both are there");

	node.restart()?;
	let error = node.wait_finalized(1_000_000).await.expect_err("it ends at once");
	let sentence = error.to_string();
	assert!(matches!(error, Error::NodeEnded { .. }), "{sentence}");
	assert!(sentence.contains("is of another chain"), "{sentence}");
	Ok(())
}

#[tokio::test]
async fn unknown_names_and_second_starts_are_errors() -> Outcome {
	let network = Network::launch(single())?;
	let unknown = network.node("treasury").expect_err("there is no such department");
	assert_eq!(
		unknown.to_string(),
		"there is no node `treasury` in this network; there are forestry",
	);
	let again = network.node("forestry")?.restart();
	assert!(matches!(again, Err(Error::AlreadyRunning { .. })));
	Ok(())
}

#[test]
fn nodes_die_with_the_process_that_started_them() {
	let mut owner = Command::new(env::current_exe().expect("tests have a path"))
		.args(["--exact", "owner", "--ignored", "--nocapture"])
		.stdout(Stdio::piped())
		.spawn()
		.expect("tests start");
	let lines = BufReader::new(owner.stdout.take().expect("is piped")).lines();
	let said: Vec<_> = lines
		.map_while(Result::ok)
		.find_map(|line| {
			line.strip_prefix("OWNED ").map(|it| it.split(' ').map(str::to_owned).collect())
		})
		.expect("the owner starts its node");
	let [pid, directory] = &said[..] else { panic!("{said:?}") };
	let process = Path::new("/proc").join(pid).join("exe");
	assert!(process.exists());

	owner.kill().expect("it is ours");
	owner.wait().expect("it ends");
	let deadline = Instant::now() + Duration::from_secs(60);
	while process.exists() {
		assert!(Instant::now() < deadline, "process {pid} was left behind");
		thread::sleep(Duration::from_millis(20));
	}
	fs::remove_dir_all(directory).expect("the owner could not do it");
}

/// Not a test: what [`nodes_die_with_the_process_that_started_them`] kills.
#[test]
#[ignore = "runs for ever"]
fn owner() {
	let network = Network::launch(single()).expect("starts");
	let node = network.node("forestry").expect("is there");
	let files = node.directory();
	let files = files.parent().expect("the network's directory").display();
	println!("OWNED {} {files}", node.pid().expect("runs"));
	loop {
		thread::park();
	}
}
