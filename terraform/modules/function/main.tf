locals {
  alias_name    = "live"
  arn           = "arn:aws:lambda:${var.region}:${var.account_id}:function:${var.name}"
  alias_arn     = "${local.arn}:${local.alias_name}"
  log_group     = "/aws/lambda/${var.name}"
  log_group_arn = "arn:aws:logs:${var.region}:${var.account_id}:log-group:${local.log_group}"
}

resource "aws_cloudwatch_log_group" "function" {
  #checkov:skip=CKV_AWS_158:Logs hold no personal data (R-REL-04), and CloudWatch encrypts them with a key of its own.
  #checkov:skip=CKV_AWS_338:How long logs are kept is a choice of each environment; in prod it is a year.
  region            = var.region
  name              = local.log_group
  retention_in_days = var.log_retention_days
}

resource "aws_lambda_function" "function" {
  #checkov:skip=CKV_AWS_115:Reserved concurrency throttles receives, and those count as attempts: event source mappings have a maximum concurrency instead.
  #checkov:skip=CKV_AWS_116:A dead-letter queue is for asynchronous calls. Messages have one at their queue; a missed sweep is the next one's.
  #checkov:skip=CKV_AWS_117:It talks to AWS and to the Cart API on the internet, and to nothing inside a VPC.
  #checkov:skip=CKV_AWS_173:No variable is a secret (R-OPS-05), and Lambda encrypts them with a key of its own.
  #checkov:skip=CKV_AWS_272:What is deployed is the zip of a reviewed commit, by its hash; the pipeline alone may deploy.
  region        = var.region
  function_name = var.name
  description   = var.description
  role          = aws_iam_role.function.arn

  package_type     = "Zip"
  filename         = var.artifact
  source_code_hash = filebase64sha256(var.artifact)
  handler          = "index.handler"
  runtime          = "nodejs24.x"
  architectures    = ["arm64"]
  memory_size      = var.memory_mb
  timeout          = var.timeout_seconds
  publish          = true

  environment {
    variables = var.environment
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.function.name
    # Metrics are log lines without a level, which Lambda takes for INFO: a higher one would drop them.
    application_log_level = var.log_level == "DEBUG" ? "DEBUG" : "INFO"
    system_log_level      = "INFO"
  }

  tracing_config {
    mode = var.enable_xray ? "Active" : "PassThrough"
  }

  # A function that starts before its permissions fails until it starts anew.
  depends_on = [aws_iam_role_policy.platform, aws_iam_role_policy.calls]
}

# Where the alias stands: what `pnpm canary` has moved it to is no drift.
data "aws_lambda_alias" "live" {
  count = var.keep_live_version ? 1 : 0

  region        = var.region
  function_name = var.name
  name          = local.alias_name
}

# What everything invokes: a deployment moves it from one version to the next, a rollback moves it back.
resource "aws_lambda_alias" "live" {
  region           = var.region
  name             = local.alias_name
  function_name    = aws_lambda_function.function.function_name
  function_version = var.keep_live_version ? one(data.aws_lambda_alias.live).function_version : aws_lambda_function.function.version

  # The share of a new version, and the note of the one before, are `pnpm canary`'s.
  lifecycle {
    ignore_changes = [description, routing_config]
  }
}
