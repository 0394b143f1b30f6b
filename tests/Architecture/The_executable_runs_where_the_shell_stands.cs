namespace IntegrationHub.Tests.Architecture;

public sealed class The_executable_runs_where_the_shell_stands
{
    /// <summary>The web SDK's default moves to the project's folder: then FILE and data/ would not be what the user named.</summary>
    [Fact]
    public void Dotnet_run_leaves_the_working_folder_alone() =>
        Assert.Contains("<EnableDefaultRunWorkingDirectory>false</EnableDefaultRunWorkingDirectory>", Repository.Read("hub/Host/Host.csproj"), StringComparison.Ordinal);
}
