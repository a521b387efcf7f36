variable "region" {
  description = "Region in which the table is made."
  type        = string
}

variable "replica_regions" {
  description = "Regions that hold a replica; any of them may become the writer."
  type        = list(string)

  validation {
    condition     = !contains(var.replica_regions, var.region)
    error_message = "replica_regions must not name the table's own region."
  }
}

variable "environment" {
  description = "Ends the table's name."
  type        = string
}

variable "definition" {
  description = "Keys and indexes: packages/dynamo/table.json."
  type = object({
    name         = string
    hashKey      = string
    rangeKey     = string
    ttlAttribute = string
    indexes = list(object({
      name       = string
      hashKey    = string
      rangeKey   = string
      projection = string
      attributes = optional(list(string))
    }))
  })

  validation {
    condition     = alltrue([for index in var.definition.indexes : (index.projection == "INCLUDE") == (index.attributes != null)])
    error_message = "An index of table.json has attributes if its projection is INCLUDE, and only then."
  }
}

variable "recovery_days" {
  description = "How far back the table can be restored, in days."
  type        = number

  validation {
    condition     = var.recovery_days >= 1 && var.recovery_days <= 35
    error_message = "recovery_days must be from 1 to 35."
  }
}

variable "deletion_protection" {
  description = "Whether table and replicas refuse to be deleted."
  type        = bool
}
