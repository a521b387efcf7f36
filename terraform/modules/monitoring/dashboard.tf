# The dashboard: is all well, where are orders, and what is slow. Rows of widgets of equal width, of 24 in all.
locals {
  row_height = 6

  rows = concat(local.funnel_rows, local.queue_rows, local.latency_rows, local.error_rows)

  metric_widgets = flatten([
    for index, row in local.rows : [
      for position, properties in row : {
        type       = "metric"
        x          = position * floor(24 / length(row))
        y          = (index + 1) * local.row_height
        width      = floor(24 / length(row))
        height     = local.row_height
        properties = merge({ region = var.region, period = 300, view = "timeSeries" }, properties)
      }
    ]
  ])
}

resource "aws_cloudwatch_dashboard" "this" {
  region         = var.region
  dashboard_name = var.dashboard_name

  dashboard_body = jsonencode({
    start          = "-PT12H"
    periodOverride = "inherit"
    widgets        = concat([local.alarm_widget], local.metric_widgets)
  })
}
