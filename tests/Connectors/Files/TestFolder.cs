using System.Text;

namespace IntegrationHub.Tests.Connectors.Files;

/// <summary>A folder of its own for each test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Root { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "files-" + Guid.NewGuid().ToString("n"))).FullName;

    public string At(string name) => Path.Combine(Root, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Names of the files in a folder, in order; none when there is no such folder.</summary>
    public string[] Names(string folder) =>
        Directory.Exists(At(folder)) ? [.. Directory.GetFiles(At(folder)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)] : [];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
