# Who may publish, who hears, and what a person can't get wrong.

provider "aws" {
  region = "eu-west-1"
}

variables {
  region     = "af-south-1"
  account_id = "123456789012"
  name       = "bbws-alerts-test"
  emails     = ["on-call@example.com", "lead@example.com"]
}

run "alarms_may_publish_and_use_the_key" {
  command = plan

  assert {
    condition = anytrue([
      for statement in jsondecode(data.aws_iam_policy_document.key.json).Statement :
      try(statement.Principal.Service, "") == "cloudwatch.amazonaws.com" && toset(flatten([statement.Action])) == toset(["kms:Decrypt", "kms:GenerateDataKey*"])
    ])
    error_message = "The key admits CloudWatch, or alarms would never arrive."
  }

  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.topic.json).Statement :
      [statement.Principal.Service, statement.Action, statement.Condition.StringEquals["aws:SourceAccount"], statement.Condition.ArnLike["aws:SourceArn"]]
      if statement.Effect == "Allow"
    ] == [["cloudwatch.amazonaws.com", "sns:Publish", "123456789012", "arn:aws:cloudwatch:af-south-1:123456789012:alarm:*"]]
    error_message = "Alarms of this account and region may publish, and nobody else."
  }

  assert {
    condition     = anytrue([for statement in jsondecode(data.aws_iam_policy_document.topic.json).Statement : statement.Effect == "Deny" && try(statement.Condition.Bool["aws:SecureTransport"], "") == "false"])
    error_message = "Nobody publishes without TLS."
  }

  assert {
    condition     = aws_kms_key.alerts.enable_key_rotation
    error_message = "The key is rotated."
  }
}

run "everybody_who_is_named_hears" {
  command = plan

  override_resource {
    target          = aws_kms_key.alerts
    override_during = plan
    values = {
      arn = "arn:aws:kms:af-south-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }

  assert {
    condition     = { for address, subscription in aws_sns_topic_subscription.email : address => subscription.protocol } == { "on-call@example.com" = "email", "lead@example.com" = "email" }
    error_message = "Every address is subscribed."
  }

  assert {
    condition     = aws_sns_topic.alerts.kms_master_key_id == aws_kms_key.alerts.arn && endswith(output.arn, ":bbws-alerts-test")
    error_message = "The topic is encrypted by the key that admits CloudWatch."
  }
}

run "everything_lies_in_the_region" {
  command = plan

  assert {
    condition     = toset(concat([aws_kms_key.alerts.region, aws_kms_alias.alerts.region, aws_sns_topic.alerts.region, aws_sns_topic_policy.alerts.region], values(aws_sns_topic_subscription.email)[*].region)) == toset(["af-south-1"])
    error_message = "Topic, key and subscriptions lie in the region of the alarms."
  }
}

run "a_region_is_one" {
  command = plan
  variables { region = "Ireland" }
  expect_failures = [var.region]
}

run "an_account_has_12_digits" {
  command = plan
  variables { account_id = "1234" }
  expect_failures = [var.account_id]
}

run "a_name_is_one_of_sns" {
  command = plan
  variables { name = "bbws alerts" }
  expect_failures = [var.name]
}

run "an_address_is_bare" {
  command = plan
  variables { emails = ["On call <on-call@example.com>"] }
  expect_failures = [var.emails]
}
