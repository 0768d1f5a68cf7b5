//! What goes wrong on this side of the node, and how calls fail that no module error explains.

super::texts! {
	UNREACHABLE: "连不上节点 {url}。请确认节点已启动、地址和端口正确。（{reason}）",
		"Cannot reach a node at {url}. Check that it runs, and its address and port. ({reason})";
	BAD_URL: "节点地址“{url}”有误，应为 ws://主机:端口 的形式。",
		"“{url}” is not a node's address; it looks like ws://host:port.";
	WRONG_CHAIN: "连到了另一条链：应为创世哈希 {expected}，实为 {found}。",
		"This is another chain: expected genesis hash {expected}, found {found}.";
	NOT_TANPIAO: "该节点运行的不是碳票账本。",
		"This node does not keep a carbon voucher ledger.";
	OTHER_RUNTIME: "本程序与链上版本不一致，请更换与该链相配的版本。（{what}）",
		"This program does not match the chain's version; use the one that belongs to it. ({what})";
	CONNECTION_LOST: "与节点的连接中断，没有提交任何交易。请重新连接后再试。",
		"The connection to the node was lost before anything was submitted. Reconnect and try again.";
	CHAIN: "节点没有答复，或答复有误：{reason}",
		"The node did not answer, or not as it should: {reason}";
	UNSETTLED: "交易 {transaction} 提交后与节点的连接中断，结果不明；到第 {dies} 个区块仍未入账即自动作废。请勿重新签署，先查询：tanpiao transaction {transaction} --dies {dies}",
		"The connection was lost after transaction {transaction} was submitted, so its outcome is unknown; unless entered it dies at block {dies}. Do not sign it again before looking it up: tanpiao transaction {transaction} --dies {dies}";
	NOT_FINALISED: "交易 {transaction} 已提交，但在等待时限内未获最终确认；到第 {dies} 个区块仍未入账即自动作废。稍后查询：tanpiao transaction {transaction} --dies {dies}",
		"Transaction {transaction} was submitted but is not final yet; unless entered it dies at block {dies}. Look it up later: tanpiao transaction {transaction} --dies {dies}";
	LOST: "节点没有报告交易 {transaction} 的结果。稍后查询：tanpiao transaction {transaction} --dies {dies}",
		"The node did not tell what became of transaction {transaction}. Look it up later: tanpiao transaction {transaction} --dies {dies}";
	MODULE: "操作未成功：{module} 报告 {error}。",
		"The operation failed: {module} reports {error}.";
	BAD_ORIGIN: "签署账户无权办理这项业务：须由有相应身份的账户签署（当事人账户、机构经办账户或理事会）。",
		"This account may not do this: it takes the account of a party, an office's operator or the council.";
	DISPATCH: "操作未成功：{reason}",
		"The operation failed: {reason}";
	UNKNOWN_SCHEME: "没有代码为“{code}”的管理办法。",
		"There is no scheme with the code “{code}”.";
	UNKNOWN_OFFICE: "没有代码为“{code}”的机构。",
		"There is no office with the code “{code}”.";
	UNKNOWN_PARTY: "没有这个当事人：{party}。",
		"There is no such party: {party}.";
	UNKNOWN_VOUCHER: "没有编号为 {number} 的碳票。",
		"There is no voucher with the number {number}.";
	UNKNOWN_CERTIFICATE: "没有编号为 {number} 的抵消凭证。",
		"There is no certificate with the number {number}.";
	UNKNOWN_PLEDGE: "没有第 {number} 号质押。",
		"There is no pledge {number}.";
	UNKNOWN_REQUEST: "没有待办的第 {number} 号抵消申请。",
		"There is no offset request {number} waiting.";
	UNKNOWN_FREEZE: "没有第 {number} 号冻结，或已解除。",
		"There is no freeze {number}, or it is over.";
	UNKNOWN_LOSS: "没有第 {number} 号挂失，或已结束。",
		"There is no report of loss {number}, or it is over.";
	UNKNOWN_INSPECTION: "没有第 {number} 号检查记录。",
		"There is no inspection {number}.";
	UNKNOWN_PROPOSAL: "没有待签署的第 {number} 号共有人事项。",
		"There is no proposal {number} waiting.";
	UNKNOWN_SHARE_OFFER: "没有第 {number} 号份额转让，或已结束。",
		"There is no share {number} on offer.";
	NO_PLEDGE_CHANGE: "第 {number} 号质押没有待办的变更。",
		"No change of pledge {number} waits.";
	UNKNOWN_MOTION: "没有待表决的第 {number} 号议案。",
		"There is no motion {number} before the council.";
	NOT_A_NUMBER: "“{text}”不是数字。请用阿拉伯数字和小数点，例如 2723 或 8666.2。",
		"“{text}” is not a number. Use digits and a decimal point, such as 2723 or 8666.2.";
	SEPARATOR: "“{text}”里有分隔符。请不要用逗号或空格给数字分节。",
		"“{text}” has separators in it. Write digits without commas or blanks between them.";
	DECIMALS: "“{text}”的小数位太多，最多 {decimals} 位。",
		"“{text}” has too many decimals; at most {decimals}.";
	ZERO: "“{text}”为零，须大于零。",
		"“{text}” is zero; it must be more.";
	TOO_LARGE: "“{text}”太大，超出账本的计数范围。",
		"“{text}” is more than the ledger can count.";
	NOT_A_DATE: "“{text}”不是日期，应写作 2026-01-31。",
		"“{text}” is not a date; write 2026-01-31.";
	NOT_A_VOUCHER: "“{text}”不是碳票编号，应如 WH-2026-000001 或 WH-2026-000001-000002。",
		"“{text}” is not a voucher number such as WH-2026-000001 or WH-2026-000001-000002.";
	NOT_A_CERTIFICATE: "“{text}”不是抵消凭证编号，应如 WH-C-2026-000001。",
		"“{text}” is not a certificate number such as WH-C-2026-000001.";
	NOT_AN_EDITION: "“{text}”的版次有误，应如 WH-2026-000001@3。",
		"“{text}” has no proper edition; write WH-2026-000001@3.";
	NO_AMOUNT: "“{text}”没有写明吨数，应如 WH-2026-000001:2723。",
		"“{text}” does not say how many tonnes; write WH-2026-000001:2723.";
	NOT_WHOLE: "“{text}”只是一部分：此事须对整张碳票办理，写作 WH-2026-000001。",
		"“{text}” is only a part: this is done with whole vouchers; write WH-2026-000001.";
	TEXT_TOO_LONG: "“{field}”太长：{length} 字节，最多 {most} 字节（一个汉字占 3 字节）。",
		"“{field}” is too long: {length} bytes, at most {most} (a Chinese character takes 3).";
	TEXT_BLANK: "“{field}”不能为空。",
		"“{field}” must not be blank.";
	TEXT_CONTROL: "“{field}”里有换行等控制字符。",
		"“{field}” has control characters such as line breaks in it.";
	NOT_UTF8: "{path} 不是 UTF-8 编码的文本。",
		"{path} is not text in UTF-8.";
	ARGUMENT_NOT_UTF8: "命令行里有不是 UTF-8 编码的文字。",
		"The command line has text in it that is not UTF-8.";
	NOT_A_CREDIT_CODE: "“{text}”不是有效的统一社会信用代码（18 位，末位校验）。",
		"“{text}” is not a valid unified social credit code (18 characters, the last a check).";
	NOT_A_HASH: "“{text}”不是 32 字节的十六进制哈希。",
		"“{text}” is not a hash of 32 bytes in hexadecimal.";
	NOT_A_SIGNATURE: "“{text}”不是 64 字节的十六进制签名。",
		"“{text}” is not a signature of 64 bytes in hexadecimal.";
	NOT_AN_ACCOUNT: "“{text}”不是账户地址。",
		"“{text}” is not an account's address.";
	NOT_A_CHOICE: "“{text}”不在可选范围内：{choices}。",
		"“{text}” is not one of: {choices}.";
	NO_KEY: "没有签名密钥。请用 --key 给出密钥文件，或设置 TANPIAO_KEY。",
		"There is no key to sign with. Give a key file with --key, or set TANPIAO_KEY.";
	KEY_EXPOSED: "密钥文件 {path} 其他用户可读，拒绝使用。请先执行 chmod 600。",
		"Key file {path} can be read by others and is not used. Run chmod 600 on it first.";
	KEY_EXISTS: "{path} 已存在，不会覆盖。",
		"{path} exists and is not overwritten.";
	KEY_MALFORMED: "不是密钥：应为 32 字节十六进制种子、助记词或 //开发地址。",
		"This is not a key: a seed of 32 bytes in hexadecimal, a phrase, or a //development address.";
	NO_RANDOMNESS: "操作系统不能提供随机数。",
		"The operating system gives no random bytes.";
	FILE: "读写文件 {path} 失败：{reason}",
		"File {path}: {reason}";
	FILE_NOT_FOUND: "没有这个文件", "there is no such file";
	FILE_FORBIDDEN: "没有权限", "permission denied";
	FILE_EXISTS: "已经存在", "it exists already";
	FILE_IS_DIRECTORY: "这是目录，不是文件", "it is a directory";
	FILE_NOT_DIRECTORY: "路径中有一段不是目录", "a part of the path is not a directory";
	FILE_NO_TEXT: "内容不是 UTF-8 编码的文本", "its content is not text in UTF-8";
	JSON: "文件 {path} 第 {line} 行第 {column} 列的内容有误：{reason}",
		"File {path} is not as it should be at line {line}, column {column}: {reason}";
	PERSON_NAME: "姓名不能为空。",
		"The name must not be blank.";
	PERSON_KIND: "不认识的证件种类“{text}”。",
		"Unknown kind of identity document “{text}”.";
	PERSON_NUMBER: "证件号码不能为空，应写作 种类:号码，例如 passport:E12345678。",
		"The document's number is missing; write kind:number, such as passport:E12345678.";
	PERSON_IDENTITY: "居民身份证号码有误（18 位，末位校验）。",
		"The resident identity number is wrong (18 characters, the last a check).";
	REGISTER_KEY: "应为 32 字节的十六进制密钥。",
		"A key of 32 bytes in hexadecimal is needed.";
	NO_SEATS: "所给密钥在理事会中没有足够席位：需要 {needed} 席，只有 {held} 席。",
		"These keys do not hold enough seats in the council: {needed} needed, {held} held.";
	MOTION_FAILED: "议案已通过但执行失败：{reason}",
		"The motion was approved but failed when carried out: {reason}";
	PLAY: "第 {step} 步（{command}，案例 {case}）未成功：{reason}",
		"Step {step} ({command}, case {case}) failed: {reason}";
	PLAY_EXPECTED: "第 {step} 步（案例 {case}）的结果与预期不符：{what} 应为 {expected}，实为 {found}。",
		"Step {step} (case {case}) came out otherwise: {what} should be {expected}, and is {found}.";
	PLAY_LABEL: "演示文件引用了未定义的名字“{label}”。",
		"The play file refers to “{label}”, which it does not define.";
	SHARES: "共有人写法有误：“{text}”，应如 12:400000,13:600000，份额合计 1000000。",
		"Owners are not as they should be: “{text}”; write 12:400000,13:600000 with shares summing to 1000000.";
}
