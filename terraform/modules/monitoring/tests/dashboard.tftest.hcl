# What the dashboard shows, and what becomes of it when functions.json has another row.

provider "aws" {
  region = "eu-west-1"
}

variables {
  region                 = "af-south-1"
  account_id             = "123456789012"
  environment            = "sit"
  alerts_topic_name      = "bbws-alerts-sit"
  alert_emails           = ["on-call@example.com"]
  dashboard_name         = "bbws-orders-sit"
  runbook_url            = "https://example.com/monitoring.md"
  api                    = { api_name = "bbws-order-api-sit", stage_name = "live" }
  table_name             = "orders-sit"
  topic_name             = "bbws-order-events-sit"
  configuration_set_name = "bbws-order-mail-sit"

  functions = {
    pdf = { function_name = "pdf-sit", timeoutSeconds = 60, environment = [], trigger = { type = "queue" } }
  }
  consumers = {
    pdf = { queue_name = "pdf-sit", dead_letter_queue_name = "pdf-dlq-sit" }
  }
}

run "widgets_fill_rows_without_overlap" {
  command = plan

  assert {
    condition     = alltrue([for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : widget.x + widget.width <= 24])
    error_message = "No widget stands out."
  }

  assert {
    condition     = length(distinct([for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : "${widget.x} ${widget.y}"])) == length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets)
    error_message = "No widget lies on another."
  }

  assert {
    condition     = alltrue([for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : widget.properties.region == "af-south-1" && widget.properties.title != "" if widget.type == "metric"])
    error_message = "Every widget has a title and shows its region."
  }
}

run "orders_can_be_followed" {
  command = plan

  assert {
    condition = [
      for metric in one([for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : widget.properties.metrics if widget.properties.title == "Orders in the time shown"]) :
      "${metric[1]} of ${metric[5]}"
      ] == [
      "OrdersAccepted of create", "OrdersRecorded of record-creator", "OrdersRejected of record-creator",
      "InvoicesRendered of pdf", "MailsSent of internal-notify", "MailsSent of customer-confirm",
    ]
    error_message = "The funnel goes from accepted to mailed."
  }

  assert {
    condition = length(setsubtract(
      ["Messages waiting", "Age of the oldest message (s)", "Dead letters", "API latency (ms)", "Duration, p95 (ms)", "Failed invocations", "Failed messages", "Mails"],
      [for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : widget.properties.title],
    )) == 0
    error_message = "Queue depth and age, latency and errors are shown."
  }
}

run "every_alarm_is_shown" {
  command = plan

  assert {
    condition = toset(one([for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : widget.properties.alarms if widget.type == "alarm"])) == toset([
      for name in keys(aws_cloudwatch_metric_alarm.this) : "arn:aws:cloudwatch:af-south-1:123456789012:alarm:${name}"
    ])
    error_message = "The first widget shows every alarm."
  }
}

run "another_consumer_is_watched_and_shown" {
  command = plan

  variables {
    functions = {
      pdf   = { function_name = "pdf-sit", timeoutSeconds = 60, environment = [], trigger = { type = "queue" } }
      stock = { function_name = "stock-sit", timeoutSeconds = 30, environment = [], trigger = { type = "queue" } }
    }
    consumers = {
      pdf   = { queue_name = "pdf-sit", dead_letter_queue_name = "pdf-dlq-sit" }
      stock = { queue_name = "stock-sit", dead_letter_queue_name = "stock-dlq-sit" }
    }
  }

  assert {
    condition = length(setsubtract(
      ["stock-dlq-sit-dead-letters", "stock-sit-message-age", "stock-sit-errors", "stock-sit-duration", "stock-sit-throttles", "stock-sit-failed-items", "stock-sit-deadline-stops"],
      keys(aws_cloudwatch_metric_alarm.this),
    )) == 0
    error_message = "The new consumer has its alarms."
  }

  assert {
    condition = toset([
      for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : widget.properties.title
      if length(regexall("stock", jsonencode(widget))) > 0
    ]) == toset(["Alarms", "Messages waiting", "Age of the oldest message (s)", "Dead letters", "Duration, p95 (ms)", "Failed invocations", "Failed messages"])
    error_message = "The new consumer is on the dashboard."
  }
}

run "a_region_does_not_replicate_to_itself" {
  command = plan
  variables { receiving_regions = ["af-south-1"] }
  expect_failures = [var.receiving_regions]
}

run "consumers_are_functions" {
  command = plan
  variables { consumers = { stock = { queue_name = "stock-sit", dead_letter_queue_name = "stock-dlq-sit" } } }
  expect_failures = [var.consumers]
}

run "a_runbook_has_an_address" {
  command = plan
  variables { runbook_url = "docs/runbooks/monitoring.md" }
  expect_failures = [var.runbook_url]
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
