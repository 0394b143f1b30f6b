namespace IntegrationHub.Mdm.Storage.Encoding;

/// <summary>A JSON text as UTF-8 bytes; what UTF-8 cannot hold is escaped as in text columns.</summary>
internal static class JsonText
{
    public static byte[] Write(string text) => System.Text.Encoding.UTF8.GetBytes(StoredText.Write(text));

    public static string Read(byte[] bytes) => StoredText.Read(System.Text.Encoding.UTF8.GetString(bytes));
}
