output "name" {
  description = "Name of the table, the same in every region."
  value       = aws_dynamodb_table.orders.name
}

output "table" {
  description = "The table."
  value       = aws_dynamodb_table.orders
}

output "writer" {
  description = "The item that names the first writer; null with one region."
  value       = one(aws_dynamodb_table_item.writer)
}
