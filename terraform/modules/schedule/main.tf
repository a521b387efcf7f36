resource "aws_cloudwatch_event_rule" "schedule" {
  region              = var.region
  name                = var.function_name
  description         = "Invokes ${var.function_name}."
  schedule_expression = var.rate_minutes == 1 ? "rate(1 minute)" : "rate(${var.rate_minutes} minutes)"
}

# A run that could not be had in time is the next one's work: nothing is tried again.
resource "aws_cloudwatch_event_target" "function" {
  region = var.region
  rule   = aws_cloudwatch_event_rule.schedule.name
  arn    = var.alias_arn

  retry_policy {
    maximum_event_age_in_seconds = 60
    maximum_retry_attempts       = 0
  }
}

resource "aws_lambda_function_event_invoke_config" "function" {
  region                       = var.region
  function_name                = var.function_name
  qualifier                    = var.alias_name
  maximum_event_age_in_seconds = 60
  maximum_retry_attempts       = 0
}

resource "aws_lambda_permission" "schedule" {
  region        = var.region
  statement_id  = "schedule"
  action        = "lambda:InvokeFunction"
  function_name = var.function_name
  qualifier     = var.alias_name
  principal     = "events.amazonaws.com"
  source_arn    = "arn:aws:events:${var.region}:${var.account_id}:rule/${var.function_name}"
}
