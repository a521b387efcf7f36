provider "aws" {
  region = "eu-west-1"
}

variables {
  region        = "eu-west-1"
  account_id    = "536580886816"
  function_name = "sweeper"
  alias_arn     = "arn:aws:lambda:eu-west-1:536580886816:function:sweeper:live"
  alias_name    = "live"
  rate_minutes  = 1
}

run "invokes_the_alias_every_minute" {
  command = plan

  assert {
    condition     = aws_cloudwatch_event_rule.schedule.schedule_expression == "rate(1 minute)" && aws_cloudwatch_event_target.function.arn == var.alias_arn
    error_message = "One minute is written in the singular."
  }

  assert {
    condition     = aws_lambda_permission.schedule.source_arn == "arn:aws:events:eu-west-1:536580886816:rule/sweeper" && aws_lambda_permission.schedule.qualifier == "live"
    error_message = "This rule may invoke the alias, and no other."
  }
}

run "leaves_a_failed_run_to_the_next_one" {
  command = plan

  assert {
    condition     = aws_lambda_function_event_invoke_config.function.maximum_retry_attempts == 0 && one(aws_cloudwatch_event_target.function.retry_policy).maximum_retry_attempts == 0
    error_message = "Nothing is tried again."
  }
}

run "writes_several_minutes_in_the_plural" {
  command = plan

  variables {
    rate_minutes = 5
  }

  assert {
    condition     = aws_cloudwatch_event_rule.schedule.schedule_expression == "rate(5 minutes)"
    error_message = "EventBridge wants the plural."
  }
}

run "refuses_half_a_minute" {
  command = plan

  variables {
    rate_minutes = 0.5
  }

  expect_failures = [var.rate_minutes]
}
