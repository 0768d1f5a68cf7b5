//! Why a node does not take a transaction.

super::texts! {
	NOT_ADMITTED: "该账户不是在册当事人或有效机构的账户，交易未被接收。请登记机构核对账户绑定，或确认当事人、机构未被暂停。",
		"This account acts for no active party or office, so its transaction was not taken. Ask the registering office to check the account, or whether the party or office is suspended.";
	IMMORTAL: "交易没有有效期限，本链只接收有期限的交易。",
		"The transaction has no end of validity; this chain takes mortal transactions only.";
	FAR_NONCE: "交易序号超前太多，最多可超前 64。请等前面的交易完成后再提交。",
		"The transaction's number is too far ahead (at most 64). Wait until earlier ones are done.";
	ALLOWANCE_SPENT: "该当事人或机构近期提交的交易已达限额，余量不足以接收本交易。限额会逐步恢复，请稍后再提交。",
		"This party or office has used up what it may submit for now: too little is left for this transaction. It recovers with time; try again later.";
	STALE: "交易序号已用过，或交易已过期。请重新签署提交。",
		"The transaction's number was used before, or it has expired. Sign it again.";
	FUTURE: "交易序号超前，前面的交易尚未到达。",
		"The transaction's number is ahead of the account's: earlier ones have not arrived.";
	BAD_PROOF: "签名与交易不符：可能签给了另一条链或另一个版本，或交易内容被改动。",
		"The signature does not fit: signed for another chain or version, or the content was altered.";
	ANCIENT: "交易所依据的区块太旧或不属于本链，请重新签署。",
		"The block this transaction was signed at is too old or not on this chain. Sign it again.";
	TOO_HEAVY: "交易过大，一个区块装不下。",
		"The transaction is too large for a block.";
	BAD_SIGNER: "交易没有有效的签署人。",
		"The transaction has no valid signer.";
	CALL_CLOSED: "本链不开放这项操作。",
		"This chain does not offer this operation.";
	BANNED: "该交易刚被节点拒绝，请稍后再提交。",
		"The node refused this very transaction a moment ago. Try again later.";
	ALREADY_KNOWN: "节点已收到过这笔交易，无需重复提交。",
		"The node has this transaction already; there is no need to submit it again.";
	LOW_PRIORITY: "同一序号已有另一笔交易在等待。",
		"Another transaction with the same number is waiting already.";
	POOL_FULL: "节点的待处理交易已满，请稍后再提交。",
		"The node has too many transactions waiting. Try again later.";
	USURPED: "这笔交易被同一账户同一序号的另一笔取代。",
		"Another transaction of this account with the same number took its place.";
	DROPPED: "节点丢弃了这笔交易，未入账。请重新提交。",
		"The node dropped this transaction; it was not entered. Submit it again.";
	TURNED_INVALID: "等待期间交易失效（例如账户被暂停或交易过期），未入账。",
		"While it waited the transaction became invalid (account suspended, or expired); it was not entered.";
	NO_FINALITY: "交易已进入区块，但迟迟未获最终确认。请检查验证节点是否达到法定数量。",
		"The transaction is in a block that is not being finalised. Check that enough validators run.";
	OTHER: "节点拒绝了交易：{reason}",
		"The node refused the transaction: {reason}";
}
