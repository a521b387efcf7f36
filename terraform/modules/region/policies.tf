locals {
  # The calls that each function's own code makes, by its name in functions.json: one file each, policy-{name}.tf. What a queue, the
  # log and tracing need is added by modules/consumer and modules/function. `pnpm iam:check` compares them with what the tests saw.
  policies = {
    create             = data.aws_iam_policy_document.create.json
    get                = data.aws_iam_policy_document.get.json
    list               = data.aws_iam_policy_document.list.json
    update             = data.aws_iam_policy_document.update.json
    "record-creator"   = data.aws_iam_policy_document.record_creator.json
    pdf                = data.aws_iam_policy_document.pdf.json
    "internal-notify"  = data.aws_iam_policy_document.internal_notify.json
    "customer-confirm" = data.aws_iam_policy_document.customer_confirm.json
    sweeper            = data.aws_iam_policy_document.sweeper.json
  }

  # No function writes beside the orders: the writer region, under CONTROL, is the operators' alone. A put and an update always have a key.
  writable_keys = ["TENANT#*"]
}
