//! The connection to a node: subxt's client interface on the jsonrpsee that the SDK uses, so that
//! the workspace has one of it.

use crate::error::Error;
use futures::StreamExt;
use jsonrpsee::{
	core::{
		client::{ClientT, Error as WsError, SubscriptionClientT, SubscriptionKind},
		traits::ToRpcParams,
	},
	types::SubscriptionId,
	ws_client::{WsClient, WsClientBuilder},
};
use serde_json::value::RawValue;
use std::{sync::Arc, time::Duration};
use subxt::rpcs::{
	client::{RawRpcFuture, RawRpcSubscription, RpcClientT},
	Error as RpcError, UserError,
};

const CONNECT_WITHIN: Duration = Duration::from_secs(5);
const ANSWER_WITHIN: Duration = Duration::from_secs(30);
const BUFFERED_NOTICES: usize = 4096;

/// A web socket to one node.
#[derive(Clone)]
pub struct Rpc(Arc<WsClient>);

impl Rpc {
	/// Connects to `url`, such as `ws://127.0.0.1:9944`.
	pub async fn connect(url: &str) -> Result<Self, Error> {
		if !(url.starts_with("ws://") || url.starts_with("wss://")) {
			return Err(Error::BadUrl(url.to_string()));
		}
		WsClientBuilder::default()
			.connection_timeout(CONNECT_WITHIN)
			.request_timeout(ANSWER_WITHIN)
			.max_buffer_capacity_per_subscription(BUFFERED_NOTICES)
			.build(url)
			.await
			.map(|client| Self(Arc::new(client)))
			.map_err(|reason| Error::Unreachable {
				url: url.to_string(),
				reason: reason.to_string(),
			})
	}

	/// Whether the connection still stands.
	pub fn is_connected(&self) -> bool {
		self.0.is_connected()
	}
}

struct Params(Option<Box<RawValue>>);

impl ToRpcParams for Params {
	fn to_rpc_params(self) -> Result<Option<Box<RawValue>>, serde_json::Error> {
		Ok(self.0)
	}
}

/// What the node answered stays apart from what happened to the connection.
fn rpc_error(error: WsError) -> RpcError {
	match error {
		WsError::Call(answer) => RpcError::User(UserError {
			code: answer.code(),
			message: answer.message().to_string(),
			data: answer.data().map(ToOwned::to_owned),
		}),
		other => RpcError::Client(Box::new(other)),
	}
}

impl RpcClientT for Rpc {
	fn request_raw<'a>(
		&'a self,
		method: &'a str,
		params: Option<Box<RawValue>>,
	) -> RawRpcFuture<'a, Box<RawValue>> {
		Box::pin(async move { self.0.request(method, Params(params)).await.map_err(rpc_error) })
	}

	fn subscribe_raw<'a>(
		&'a self,
		sub: &'a str,
		params: Option<Box<RawValue>>,
		unsub: &'a str,
	) -> RawRpcFuture<'a, RawRpcSubscription> {
		Box::pin(async move {
			let stream = self
				.0
				.subscribe::<Box<RawValue>, _>(sub, Params(params), unsub)
				.await
				.map_err(rpc_error)?;
			let id = match stream.kind() {
				SubscriptionKind::Subscription(SubscriptionId::Str(id)) => Some(id.to_string()),
				_ => None,
			};
			let stream = stream.map(|item| item.map_err(|e| RpcError::Client(Box::new(e)))).boxed();
			Ok(RawRpcSubscription { stream, id })
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn connect(url: &str) -> Error {
		let runtime = tokio::runtime::Runtime::new().unwrap();
		runtime.block_on(Rpc::connect(url)).err().unwrap()
	}

	#[test]
	fn a_node_that_is_not_running_has_its_own_error() {
		// Port 1 is nobody's.
		let error = connect("ws://127.0.0.1:1");
		assert!(matches!(error, Error::Unreachable { .. }), "{error:?}");
	}

	#[test]
	fn an_address_of_another_kind_has_its_own_error() {
		let error = connect("http://127.0.0.1:9944");
		assert!(matches!(error, Error::BadUrl(_)), "{error:?}");
	}
}
