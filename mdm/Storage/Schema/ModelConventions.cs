using System.Text;

namespace IntegrationHub.Mdm.Storage.Schema;

/// <summary>What holds for every table: snake_case columns, keys given by the writer, texts that compare ordinally.</summary>
internal static class ModelConventions
{
    /// <summary>Longest text that may stand in a key: SQL Server's index keys end at 1700 bytes.</summary>
    private const int KeyTextLength = 200;

    /// <summary>Longest binary that stands in a key: SHA-256.</summary>
    private const int HashLength = 32;

    public static void UseOurConventions(this ModelBuilder modelBuilder, string? provider)
    {
        var sqlServer = provider?.EndsWith("SqlServer", StringComparison.Ordinal) == true;
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
                property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
                var inIndex = property.IsKey() || property.IsIndex();
                if (property.ClrType == typeof(string))
                {
                    property.SetMaxLength(inIndex ? KeyTextLength : null);
                    property.SetCollation(sqlServer ? "Latin1_General_100_BIN2" : null);
                }
                else if (property.ClrType == typeof(byte[]) && inIndex)
                {
                    property.SetMaxLength(HashLength);
                }
            }
        }
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
