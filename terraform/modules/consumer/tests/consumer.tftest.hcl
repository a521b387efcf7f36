provider "aws" {
  region = "eu-west-1"
}

variables {
  region                   = "eu-west-1"
  account_id               = "536580886816"
  queue_name               = "orders"
  dead_letter_queue_name   = "orders-dlq"
  topic_arn                = "arn:aws:sns:eu-west-1:536580886816:events"
  alias_arn                = "arn:aws:lambda:eu-west-1:536580886816:function:reader:live"
  role_name                = "reader"
  function_timeout_seconds = 30

  trigger = {
    eventTypes         = ["order.accepted"]
    batchSize          = 10
    batchWindowSeconds = 5
    maximumConcurrency = 5
  }

  queues = {
    maxReceiveCount                     = 5
    retentionDays                       = 4
    deadLetterRetentionDays             = 14
    visibilityTimeoutPerFunctionTimeout = 6
  }
}

run "hides_a_message_for_six_time_outs_and_the_window" {
  command = plan

  assert {
    condition     = aws_sqs_queue.main.visibility_timeout_seconds == 6 * 30 + 5
    error_message = "Six time-outs of 30 s and a window of 5 s are 185 s."
  }
}

run "lies_in_its_region" {
  command = plan

  variables {
    region = "af-south-1"
  }

  assert {
    condition     = aws_sqs_queue.main.region == "af-south-1" && aws_sqs_queue.dead_letter.region == "af-south-1" && aws_lambda_event_source_mapping.queue.region == "af-south-1" && aws_sns_topic_subscription.queue.region == "af-south-1"
    error_message = "Everything lies in the region that is asked for, whatever the provider's."
  }

  assert {
    condition     = aws_lambda_event_source_mapping.queue.event_source_arn == "arn:aws:sqs:af-south-1:536580886816:orders"
    error_message = "The function reads the queue of its region."
  }
}

run "lets_a_message_die_later_than_its_queue_would" {
  command = plan

  assert {
    condition     = aws_sqs_queue.dead_letter.message_retention_seconds > aws_sqs_queue.main.message_retention_seconds
    error_message = "A dead letter keeps its age."
  }
}

run "lets_the_function_read_put_off_and_put_aside" {
  command = plan

  assert {
    condition = { for s in jsondecode(aws_iam_role_policy.queue.policy).Statement : s.Sid => s.Resource } == {
      ReadQueue = "arn:aws:sqs:eu-west-1:536580886816:orders"
      PutOff    = "arn:aws:sqs:eu-west-1:536580886816:orders"
      PutAside  = "arn:aws:sqs:eu-west-1:536580886816:orders-dlq"
    }
    error_message = "The role reads and puts off on the queue, and puts aside into the dead-letter queue."
  }
}

run "refuses_fewer_than_six_time_outs" {
  command = plan

  variables {
    queues = {
      maxReceiveCount                     = 5
      retentionDays                       = 4
      deadLetterRetentionDays             = 14
      visibilityTimeoutPerFunctionTimeout = 5
    }
  }

  expect_failures = [aws_sqs_queue.main]
}

run "refuses_more_than_twelve_hours" {
  command = plan

  variables {
    function_timeout_seconds = 900

    queues = {
      maxReceiveCount                     = 5
      retentionDays                       = 4
      deadLetterRetentionDays             = 14
      visibilityTimeoutPerFunctionTimeout = 48
    }
  }

  expect_failures = [aws_sqs_queue.main]
}

run "refuses_a_dead_letter_queue_that_keeps_no_longer" {
  command = plan

  variables {
    queues = {
      maxReceiveCount                     = 5
      retentionDays                       = 14
      deadLetterRetentionDays             = 14
      visibilityTimeoutPerFunctionTimeout = 6
    }
  }

  expect_failures = [aws_sqs_queue.main]
}

run "refuses_a_message_that_would_die_before_its_last_attempt" {
  command = plan

  variables {
    queues = {
      maxReceiveCount                     = 1000
      retentionDays                       = 1
      deadLetterRetentionDays             = 14
      visibilityTimeoutPerFunctionTimeout = 6
    }
  }

  expect_failures = [aws_sqs_queue.main]
}

run "refuses_a_retention_that_sqs_does_not_have" {
  command = plan

  variables {
    queues = {
      maxReceiveCount                     = 5
      retentionDays                       = 4
      deadLetterRetentionDays             = 15
      visibilityTimeoutPerFunctionTimeout = 6
    }
  }

  expect_failures = [var.queues]
}

run "refuses_a_receive_count_of_nothing" {
  command = plan

  variables {
    queues = {
      maxReceiveCount                     = 0
      retentionDays                       = 4
      deadLetterRetentionDays             = 14
      visibilityTimeoutPerFunctionTimeout = 6
    }
  }

  expect_failures = [var.queues]
}

run "refuses_a_filter_that_lets_nothing_through" {
  command = plan

  variables {
    trigger = { eventTypes = [], batchSize = 10, batchWindowSeconds = 5, maximumConcurrency = 5 }
  }

  expect_failures = [var.trigger]
}

run "refuses_a_large_batch_without_a_window" {
  command = plan

  variables {
    trigger = { eventTypes = ["order.accepted"], batchSize = 11, batchWindowSeconds = 0, maximumConcurrency = 5 }
  }

  expect_failures = [var.trigger]
}

run "refuses_a_batch_of_nothing" {
  command = plan

  variables {
    trigger = { eventTypes = ["order.accepted"], batchSize = 0, batchWindowSeconds = 5, maximumConcurrency = 5 }
  }

  expect_failures = [var.trigger]
}

run "refuses_a_window_above_five_minutes" {
  command = plan

  variables {
    trigger = { eventTypes = ["order.accepted"], batchSize = 10, batchWindowSeconds = 301, maximumConcurrency = 5 }
  }

  expect_failures = [var.trigger]
}

run "refuses_a_concurrency_of_one" {
  command = plan

  variables {
    trigger = { eventTypes = ["order.accepted"], batchSize = 10, batchWindowSeconds = 5, maximumConcurrency = 1 }
  }

  expect_failures = [var.trigger]
}

run "refuses_a_queue_that_is_its_own_dead_letter_queue" {
  command = plan

  variables {
    dead_letter_queue_name = "orders"
  }

  expect_failures = [var.dead_letter_queue_name]
}
