provider "aws" {
  region = "eu-west-1"
}

variables {
  region     = "eu-west-1"
  account_id = "536580886816"
  name       = "events"
}

run "is_encrypted_and_takes_nothing_without_tls" {
  command = plan

  assert {
    condition     = aws_sns_topic.events.kms_master_key_id == "alias/aws/sns"
    error_message = "What waits in the topic is encrypted."
  }

  assert {
    condition     = [for s in jsondecode(output.policy).Statement : [s.Effect, s.Condition.Bool["aws:SecureTransport"], s.Resource]] == [["Deny", "false", "arn:aws:sns:eu-west-1:536580886816:events"]]
    error_message = "The policy denies what comes without TLS, and allows nothing."
  }
}

run "refuses_a_name_with_a_dot" {
  command = plan

  variables {
    name = "events.dev"
  }

  expect_failures = [var.name]
}
