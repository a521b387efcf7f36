locals {
  keys = distinct(flatten([
    for key in concat([var.definition], var.definition.indexes) : [key.hashKey, key.rangeKey]
  ]))
}

resource "aws_dynamodb_table" "orders" {
  #checkov:skip=CKV_AWS_119:The key that AWS manages for DynamoDB is enough: a key of our own per region would add a way to lose the table, and no reader that IAM does not name already.
  region = var.region

  name                        = "${var.definition.name}-${var.environment}"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = var.definition.hashKey
  range_key                   = var.definition.rangeKey
  deletion_protection_enabled = var.deletion_protection

  # What replicas are fed from.
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"

  dynamic "attribute" {
    for_each = local.keys

    content {
      name = attribute.value
      type = "S"
    }
  }

  dynamic "global_secondary_index" {
    for_each = var.definition.indexes

    content {
      name               = global_secondary_index.value.name
      projection_type    = global_secondary_index.value.projection
      non_key_attributes = global_secondary_index.value.attributes

      key_schema {
        attribute_name = global_secondary_index.value.hashKey
        key_type       = "HASH"
      }

      key_schema {
        attribute_name = global_secondary_index.value.rangeKey
        key_type       = "RANGE"
      }
    }
  }

  dynamic "replica" {
    for_each = var.replica_regions

    content {
      region_name                 = replica.value
      point_in_time_recovery      = true
      deletion_protection_enabled = var.deletion_protection
      propagate_tags              = true
    }
  }

  point_in_time_recovery {
    enabled                 = true
    recovery_period_in_days = var.recovery_days
  }

  server_side_encryption {
    enabled = true
  }

  ttl {
    attribute_name = var.definition.ttlAttribute
    enabled        = true
  }
}

# Which region writes (packages/dynamo/src/writer-region.ts). Written once: afterwards `pnpm dr` owns it. Without it every region
# would take itself for the writer, which is right as long as there is one.
resource "aws_dynamodb_table_item" "writer" {
  count  = length(var.replica_regions) > 0 ? 1 : 0
  region = var.region

  table_name = aws_dynamodb_table.orders.name
  hash_key   = aws_dynamodb_table.orders.hash_key
  range_key  = aws_dynamodb_table.orders.range_key

  item = jsonencode({
    (var.definition.hashKey)  = { S = "CONTROL" }
    (var.definition.rangeKey) = { S = "WRITER" }
    region                    = { S = var.region }
  })

  lifecycle {
    ignore_changes = [item]
  }
}
