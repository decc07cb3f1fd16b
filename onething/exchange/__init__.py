"""What offices already have, in and out: matter lists as workbooks, read into bundles and written back."""
