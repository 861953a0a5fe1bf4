"""The API of Piloto de Vendas: one folder for each noun, `core` for what all of them rest on."""
