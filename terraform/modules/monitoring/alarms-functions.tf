# Each function, as Lambda sees it. No invocation is no fault, but for one that has a schedule.
locals {
  scheduled = { for name, function in var.functions : name => function if function.trigger.type == "schedule" }

  function_alarms = merge([
    for name, function in var.functions : {
      "${function.function_name}-errors" = {
        anchor      = "errors"
        description = "More than 5 % of the invocations of ${name} failed."
        metrics = {
          for metric in ["Errors", "Invocations"] : lower(metric) => {
            namespace  = "AWS/Lambda"
            name       = metric
            dimensions = { FunctionName = function.function_name }
            stat       = "Sum"
          }
        }
        expression = "100 * errors / invocations"
        comparison = "GreaterThanThreshold"
        threshold  = 5
        seconds    = 300
        periods    = 1
        missing    = "notBreaching"
      }

      "${function.function_name}-duration" = {
        anchor      = "duration"
        description = "One in twenty invocations of ${name} takes more than 80 % of its time-out of ${function.timeoutSeconds} s."
        metric = {
          namespace  = "AWS/Lambda"
          name       = "Duration"
          dimensions = { FunctionName = function.function_name }
          stat       = "p95"
        }
        comparison = "GreaterThanThreshold"
        # In milliseconds.
        threshold = 0.8 * function.timeoutSeconds * 1000
        seconds   = 300
        # One cold start at a quiet time is a twentieth of nothing: twice in a quarter of an hour is a pattern.
        periods    = 3
        datapoints = 2
        missing    = "notBreaching"
      }

      "${function.function_name}-throttles" = {
        anchor      = "throttles"
        description = "Invocations of ${name} were turned away: the account's concurrency is used up."
        metric = {
          namespace  = "AWS/Lambda"
          name       = "Throttles"
          dimensions = { FunctionName = function.function_name }
          stat       = "Sum"
        }
        comparison = "GreaterThanOrEqualToThreshold"
        threshold  = 1
        seconds    = 300
        periods    = 1
        missing    = "notBreaching"
      }
    }
  ]...)

  schedule_alarms = {
    for name, function in local.scheduled : "${function.function_name}-silent" => {
      anchor      = "silent"
      description = "${name} has missed its schedule five times in a row."
      metric = {
        namespace  = "AWS/Lambda"
        name       = "Invocations"
        dimensions = { FunctionName = function.function_name }
        stat       = "Sum"
      }
      comparison = "LessThanThreshold"
      threshold  = 1
      seconds    = 60 * 5 * function.trigger.rateMinutes
      periods    = 1
      # Silence is what it is about.
      missing = "breaching"
    }
  }
}
