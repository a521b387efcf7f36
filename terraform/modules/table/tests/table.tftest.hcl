provider "aws" {
  region = "eu-west-1"
}

variables {
  region              = "af-south-1"
  replica_regions     = []
  environment         = "dev"
  definition          = jsondecode(file("../../../packages/dynamo/table.json"))
  recovery_days       = 7
  deletion_protection = false
}

run "has_the_keys_and_indexes_of_the_file" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.orders.name == "${var.definition.name}-dev" && aws_dynamodb_table.orders.hash_key == var.definition.hashKey && aws_dynamodb_table.orders.range_key == var.definition.rangeKey
    error_message = "Name and keys are the file's."
  }

  assert {
    condition = {
      for index in aws_dynamodb_table.orders.global_secondary_index : index.name => [index.projection_type, [for key in index.key_schema : "${key.attribute_name} ${key.key_type}"], sort(coalesce(index.non_key_attributes, []))]
      } == {
      for index in var.definition.indexes : index.name => [index.projection, ["${index.hashKey} HASH", "${index.rangeKey} RANGE"], sort(coalesce(index.attributes, []))]
    }
    error_message = "Indexes, their keys and what they carry are the file's."
  }

  assert {
    condition     = length(aws_dynamodb_table.orders.attribute) == 2 + 2 * length(var.definition.indexes)
    error_message = "Attributes are those that keys name, once each."
  }
}

run "names_no_writer_with_one_region" {
  command = plan

  assert {
    condition     = length(aws_dynamodb_table_item.writer) == 0 && length(aws_dynamodb_table.orders.replica) == 0
    error_message = "With one region every region, that one, writes."
  }
}

run "names_its_own_region_as_the_first_writer" {
  command = plan

  variables {
    replica_regions     = ["eu-west-1"]
    recovery_days       = 35
    deletion_protection = true
  }

  assert {
    condition     = jsondecode(one(aws_dynamodb_table_item.writer).item) == { PK = { S = "CONTROL" }, SK = { S = "WRITER" }, region = { S = "af-south-1" } }
    error_message = "The item is the one that packages/dynamo/src/writer-region.ts reads."
  }

  assert {
    condition     = [for replica in aws_dynamodb_table.orders.replica : [replica.region_name, replica.point_in_time_recovery, replica.deletion_protection_enabled]] == [["eu-west-1", true, true]]
    error_message = "The replica is kept as well as the table."
  }
}

run "refuses_a_replica_beside_itself" {
  command = plan

  variables {
    replica_regions = ["af-south-1"]
  }

  expect_failures = [var.replica_regions]
}

run "refuses_no_recovery" {
  command = plan

  variables {
    recovery_days = 0
  }

  expect_failures = [var.recovery_days]
}

run "refuses_attributes_of_an_index_that_carries_none" {
  command = plan

  variables {
    definition = {
      name         = "orders"
      hashKey      = "PK"
      rangeKey     = "SK"
      ttlAttribute = "expiresAt"
      indexes      = [{ name = "ById", hashKey = "GSI_PK", rangeKey = "GSI_SK", projection = "KEYS_ONLY", attributes = ["total"] }]
    }
  }

  expect_failures = [var.definition]
}
