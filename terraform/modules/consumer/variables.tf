variable "region" {
  description = "Region of the queues."
  type        = string
}

variable "account_id" {
  description = "Account of the queues."
  type        = string
}

variable "queue_name" {
  description = "Name of the queue."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,80}$", var.queue_name))
    error_message = "queue_name must have 1 to 80 letters, digits, - and _."
  }
}

variable "dead_letter_queue_name" {
  description = "Name of its dead-letter queue."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,80}$", var.dead_letter_queue_name)) && var.dead_letter_queue_name != var.queue_name
    error_message = "dead_letter_queue_name must have 1 to 80 letters, digits, - and _, and differ from queue_name."
  }
}

variable "topic_arn" {
  description = "ARN of the topic that feeds the queue."
  type        = string
}

variable "alias_arn" {
  description = "ARN of the alias of the function that reads the queue."
  type        = string
}

variable "role_name" {
  description = "Execution role of that function: it gets the calls on these two queues."
  type        = string
}

variable "function_timeout_seconds" {
  description = "Time-out of that function, in seconds."
  type        = number
}

variable "trigger" {
  description = "What of the topic reaches the function, and in which portions: `trigger` of its row in functions.json."
  type = object({
    eventTypes         = list(string)
    batchSize          = number
    batchWindowSeconds = number
    maximumConcurrency = number
  })

  validation {
    condition     = length(var.trigger.eventTypes) > 0
    error_message = "eventTypes of functions.json must name an event: the subscription's filter would let nothing through."
  }

  validation {
    condition     = var.trigger.batchSize >= 1 && var.trigger.batchSize <= 10000
    error_message = "batchSize of functions.json must be from 1 to 10000."
  }

  validation {
    condition     = var.trigger.batchWindowSeconds >= 0 && var.trigger.batchWindowSeconds <= 300
    error_message = "batchWindowSeconds of functions.json must be from 0 to 300."
  }

  validation {
    condition     = var.trigger.batchSize <= 10 || var.trigger.batchWindowSeconds >= 1
    error_message = "batchSize of functions.json is above 10: SQS then wants batchWindowSeconds of 1 or more."
  }

  validation {
    condition     = var.trigger.maximumConcurrency >= 2 && var.trigger.maximumConcurrency <= 1000
    error_message = "maximumConcurrency of functions.json must be from 2 to 1000."
  }
}

variable "queues" {
  description = "What all queues have in common: `queues` of functions.json."
  type = object({
    maxReceiveCount                     = number
    retentionDays                       = number
    deadLetterRetentionDays             = number
    visibilityTimeoutPerFunctionTimeout = number
  })

  validation {
    condition     = var.queues.maxReceiveCount >= 1 && var.queues.maxReceiveCount <= 1000
    error_message = "maxReceiveCount of functions.json must be from 1 to 1000."
  }

  validation {
    condition     = var.queues.retentionDays >= 1 && var.queues.retentionDays <= 14 && var.queues.deadLetterRetentionDays <= 14
    error_message = "retentionDays and deadLetterRetentionDays of functions.json must be from 1 to 14: SQS keeps nothing longer."
  }
}
