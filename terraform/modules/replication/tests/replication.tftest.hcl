# One direction between two buckets.

provider "aws" {
  region = "af-south-1"
}

variables {
  account_id        = "123456789012"
  source_bucket     = { name = "bbws-orders-test", region = "af-south-1" }
  target_bucket     = { name = "bbws-orders-test-eu-west-1", region = "eu-west-1" }
  runbook_url       = "https://example.com/monitoring.md"
  alerts_topic_arns = { af-south-1 = "arn:aws:sns:af-south-1:123456789012:alerts", eu-west-1 = "arn:aws:sns:eu-west-1:123456789012:alerts" }
}

run "everything_is_copied_within_15_minutes" {
  command = plan

  assert {
    condition     = aws_s3_bucket_replication_configuration.this.bucket == "bbws-orders-test" && aws_s3_bucket_replication_configuration.this.region == "af-south-1"
    error_message = "The rule belongs to the source."
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this.rule[0].status == "Enabled" && aws_s3_bucket_replication_configuration.this.rule[0].filter[0].prefix == null
    error_message = "Everything is copied."
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this.rule[0].destination[0].bucket == "arn:aws:s3:::bbws-orders-test-eu-west-1"
    error_message = "The copies go to the target."
  }

  assert {
    condition = [
      aws_s3_bucket_replication_configuration.this.rule[0].destination[0].replication_time[0].time[0].minutes,
      aws_s3_bucket_replication_configuration.this.rule[0].destination[0].metrics[0].event_threshold[0].minutes,
    ] == [15, 15]
    error_message = "Copies are promised and measured at 15 minutes."
  }

  assert {
    condition = [
      aws_s3_bucket_replication_configuration.this.rule[0].delete_marker_replication[0].status,
      aws_s3_bucket_replication_configuration.this.rule[0].source_selection_criteria[0].replica_modifications[0].status,
    ] == ["Enabled", "Enabled"]
    error_message = "Delete markers are copied, and changes of copies go back."
  }
}

run "the_role_reads_the_source_and_writes_the_target" {
  command = plan

  assert {
    condition = { for statement in jsondecode(aws_iam_role_policy.replication.policy).Statement : statement.Sid => statement.Resource } == {
      ReadRules    = "arn:aws:s3:::bbws-orders-test"
      ReadVersions = "arn:aws:s3:::bbws-orders-test/*"
      WriteCopies  = "arn:aws:s3:::bbws-orders-test-eu-west-1/*"
    }
    error_message = "The role has the source to read and the target to write, and nothing else."
  }

  assert {
    condition     = jsondecode(aws_iam_role.replication.assume_role_policy).Statement[0].Principal == { Service = "s3.amazonaws.com" }
    error_message = "S3 alone takes the role."
  }
}

run "alarms_lie_where_the_metrics_do" {
  command = plan

  assert {
    condition     = { for key, alarm in aws_cloudwatch_metric_alarm.replication : key => alarm.region } == { failed = "af-south-1", late = "eu-west-1" }
    error_message = "Failures are counted in the source's region, the delay in the target's."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.replication : alarm.alarm_actions == toset(["arn:aws:sns:${alarm.region}:123456789012:alerts"]) && alarm.ok_actions == alarm.alarm_actions])
    error_message = "Every alarm tells the topic of its own region, when it goes off and when it is over."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.replication["late"].threshold == 900
    error_message = "Late is later than 15 minutes."
  }
}

run "a_bucket_is_not_copied_onto_itself" {
  command = plan
  variables { target_bucket = { name = "bbws-orders-test", region = "af-south-1" } }
  expect_failures = [var.target_bucket]
}

run "both_regions_have_a_topic" {
  command = plan
  variables { alerts_topic_arns = { af-south-1 = "arn:aws:sns:af-south-1:123456789012:alerts" } }
  expect_failures = [var.alerts_topic_arns]
}

run "an_account_has_12_digits" {
  command = plan
  variables { account_id = "1234" }
  expect_failures = [var.account_id]
}
