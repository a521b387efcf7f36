# Each queue, and its dead-letter queue.
locals {
  queue_alarms = merge([
    for name, consumer in var.consumers : {
      # Visible messages: what is sent to such a queue by a redrive, or by the function itself, no other metric shows.
      "${consumer.dead_letter_queue_name}-dead-letters" = {
        anchor      = "dead-letters"
        description = "${name} gave messages up; they lie in ${consumer.dead_letter_queue_name}."
        metric = {
          namespace  = "AWS/SQS"
          name       = "ApproximateNumberOfMessagesVisible"
          dimensions = { QueueName = consumer.dead_letter_queue_name }
          stat       = "Maximum"
        }
        comparison = "GreaterThanOrEqualToThreshold"
        threshold  = 1
        seconds    = 60
        periods    = 1
        # A queue that nobody touches for hours reports nothing: what lies in it still does.
        missing = "ignore"
      }

      "${consumer.queue_name}-message-age" = {
        anchor      = "message-age"
        description = "A message has waited for more than 5 minutes in ${consumer.queue_name}: ${name} is late, or fails."
        metric = {
          namespace  = "AWS/SQS"
          name       = "ApproximateAgeOfOldestMessage"
          dimensions = { QueueName = consumer.queue_name }
          stat       = "Maximum"
        }
        comparison = "GreaterThanThreshold"
        threshold  = 300
        seconds    = 60
        periods    = 1
        # An empty queue has no oldest message.
        missing = "notBreaching"
      }
    }
  ]...)
}
